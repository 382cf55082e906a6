import { NOW } from '../__testUtils__/fixtures/clock';
import {
  earlyInTheMonth,
  stale,
  staleEarlyInTheMonth,
} from '../__testUtils__/fixtures/slos';
import { shownBudget } from './shownBudget';

describe('the budget that is shown', () => {
  it('of a stale window is what the last known events left of it', () => {
    expect(shownBudget(stale(NOW))).toEqual({
      known: true,
      old: true,
      budget: {
        known: true,
        consumedRatio: expect.closeTo(0.526, 3),
        remainingRatio: expect.closeTo(0.474, 3),
        badEventsAllowed: 1330,
        badEventsLeft: 630,
        exhaustion: { kind: 'unknown' },
      },
    });
  });

  it('of a calendar window does not change as the window turns stale', () => {
    const fresh = shownBudget(earlyInTheMonth(NOW));
    const old = shownBudget(staleEarlyInTheMonth(NOW));
    if (!fresh.known || !old.known) {
      throw new Error('both budgets are known');
    }
    expect(old.budget).toMatchObject({
      remainingRatio: fresh.budget.remainingRatio,
      badEventsAllowed: fresh.budget.badEventsAllowed,
      expectedTotal: fresh.budget.expectedTotal,
    });
  });

  it('is spent when the last known events had spent it', () => {
    const over = stale(NOW);
    if (over.state !== 'stale' || !over.lastKnown) {
      throw new Error('the fixture is stale');
    }
    const shown = shownBudget({
      ...over,
      lastKnown: { ...over.lastKnown, bad: 2000 },
    });
    expect(shown.known && shown.budget.exhaustion.kind).toBe('exhausted');
  });
});
