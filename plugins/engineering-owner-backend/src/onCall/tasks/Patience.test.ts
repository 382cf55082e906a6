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

/** The minute in which nothing is waited for any more, asking in each. */
function end(patience: Patience, from: number, asked: string): number {
  let at = from;
  while (ask(patience, at, asked, asked) !== '') {
    at += 1;
  }
  return at;
}

describe('Patience', () => {
  it('waits an hour for one that fails while others are read', () => {
    const patience = new Patience();
    expect(ask(patience, 0, 'ab', 'a')).toBe('a');
    expect(end(patience, 1, 'a')).toBe(60);
  });

  it('waits longer while none can be read, and an hour after that is over', () => {
    const patience = new Patience();
    for (let at = 0; at < 240; at += 20) {
      expect(ask(patience, at, 'abc', 'abc')).toBe('abc');
    }
    expect(ask(patience, 240, 'abc', 'bc')).toBe('bc');
    expect(end(patience, 241, 'bc')).toBe(300);
  });

  it('ends after six hours whatever happens', () => {
    expect(end(new Patience(), 0, 'a')).toBe(6 * 60);
  });

  it('begins anew with one that was read, or was given up, in between', () => {
    const patience = new Patience();
    ask(patience, 0, 'abc', 'ab');
    expect(ask(patience, 50, 'a', '')).toBe('');
    expect(ask(patience, 59, 'ab', 'ab')).toBe('ab');
    expect(ask(patience, 60, 'ab', 'ab')).toBe('a');
    expect(ask(patience, 61, 'b', 'b')).toBe('b');
  });

  it('begins anew with one that nobody asked for in an hour', () => {
    const patience = new Patience();
    ask(patience, 0, 'ab', 'a');
    expect(ask(patience, 300, 'a', 'a')).toBe('a');
  });
});
