import { NOW } from '../__testUtils__/fixtures/clock';
import { burningFast, earlyInTheMonth } from '../__testUtils__/fixtures/slos';
import { otherWindows, whatIfTarget } from './whatIfTarget';

describe('the target that the fields ask for', () => {
  it.each([
    ['99.9', '', { kind: 'same' }],
    ['99.90 %', '', { kind: 'same' }],
    ['99,95', '', { kind: 'ask', target: { objective: 99.95 } }],
    ['99.9', '7d', { kind: 'ask', target: { window: '7d' } }],
    ['99', '7d', { kind: 'ask', target: { objective: 99, window: '7d' } }],
    ['', '7d', { kind: 'wrong' }],
    ['100', '', { kind: 'wrong' }],
    ['0', '', { kind: 'wrong' }],
    ['a lot', '', { kind: 'wrong' }],
  ])('of %j and the window %j', (objective, window, asked) => {
    expect(whatIfTarget(burningFast(NOW), { objective, window })).toEqual(
      asked,
    );
  });

  it('offers the usual windows but the one it has; to a month, all', () => {
    expect(otherWindows(burningFast(NOW).window)).not.toContain('30d');
    expect(otherWindows(earlyInTheMonth(NOW).window)).toContain('30d');
  });
});
