import { Patience } from './Patience';

const start = Date.parse('2026-03-18T10:00:00Z');
const minutes = (n: number) => new Date(start + n * 60_000);

/** What is still waited for after asking for some, of which some failed. */
function ask(patience: Patience, at: number, asked: string, failed: string) {
  const waited = patience.waitFor(
    { asked: asked.split(''), failed: new Set(failed.split('')) },
    minutes(at),
  );
  return [...waited].join('');
}

describe('Patience', () => {
  it('waits an hour for one that fails while others are read', () => {
    const patience = new Patience();
    expect(ask(patience, 0, 'ab', 'a')).toBe('a');
    expect(ask(patience, 59, 'a', 'a')).toBe('a');
    expect(ask(patience, 60, 'a', 'a')).toBe('');
  });

  it('waits longer while none can be read, and an hour after that is over', () => {
    const patience = new Patience();
    expect(ask(patience, 0, 'abc', 'abc')).toBe('abc');
    expect(ask(patience, 200, 'abc', 'abc')).toBe('abc');
    expect(ask(patience, 240, 'abc', 'bc')).toBe('bc');
    expect(ask(patience, 299, 'bc', 'bc')).toBe('bc');
    expect(ask(patience, 300, 'bc', 'bc')).toBe('');
  });

  it('ends after six hours whatever happens', () => {
    const patience = new Patience();
    expect(ask(patience, 0, 'a', 'a')).toBe('a');
    expect(ask(patience, 6 * 60 - 1, 'a', 'a')).toBe('a');
    expect(ask(patience, 6 * 60, 'a', 'a')).toBe('');
  });

  it('begins anew with one that was read, or was given up, in between', () => {
    const patience = new Patience();
    ask(patience, 0, 'abc', 'ab');
    expect(ask(patience, 50, 'a', '')).toBe('');
    expect(ask(patience, 70, 'ab', 'ab')).toBe('a');
    expect(ask(patience, 80, 'b', 'b')).toBe('b');
  });
});
