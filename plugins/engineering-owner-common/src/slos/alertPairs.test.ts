import { alertPairs } from './alertPairs';
import { AlertPolicyName } from './alertPolicy';

const DAY = 86400;

function factors(policy: AlertPolicyName, days: number, objective = 0.999) {
  return alertPairs(policy, { objective, windowSeconds: days * DAY }).map(
    ({ longWindow, shortWindow, factor }) =>
      `${longWindow}/${shortWindow} ${factor}`,
  );
}

describe('alertPairs', () => {
  it.each([
    [30, ['1h/5m 14.4', '6h/30m 6', '1d/2h 3', '3d/6h 1']],
    [28, ['1h/5m 13.44', '6h/30m 5.6', '1d/2h 2.8', '3d/6h 1']],
    [90, ['1h/5m 43.2', '6h/30m 18', '1d/2h 9', '3d/6h 3']],
    [14, ['1h/5m 6.72', '6h/30m 2.8', '1d/2h 1.4', '3d/6h 1']],
    [7, ['1h/5m 13.44', '6h/30m 3.5', '1d/2h 1.4', '3d/6h 1']],
    [3, ['1h/5m 5.76', '6h/30m 1.5', '1d/2h 1', '3d/6h 1']],
    [2, []],
  ])('google scales with a window of %d days', (days, expected) => {
    expect(factors('google', days)).toEqual(expected);
  });

  it('pages by the fast pairs and tickets by the slow ones', () => {
    const pairs = alertPairs('google', {
      objective: 0.999,
      windowSeconds: 30 * DAY,
    });
    expect(pairs.map(pair => pair.severity)).toEqual([
      'page',
      'page',
      'ticket',
      'ticket',
    ]);
  });

  it.each([30, 7])('seed does not scale with a window of %d days', days => {
    expect(factors('seed', days)).toEqual(['1h/5m 3', '6h/30m 1.5']);
  });

  it('lowers a factor that the objective cannot reach, and shows it', () => {
    const [fastest, next] = alertPairs('google', {
      objective: 0.9,
      windowSeconds: 30 * DAY,
    });
    expect(fastest).toMatchObject({ factor: 8, loweredFrom: 14.4 });
    expect(next).toMatchObject({ factor: 6 });
    expect(next).not.toHaveProperty('loweredFrom');
  });

  it('turns a pair off, with the reason, when it could not even burn at 1', () => {
    const pairs = alertPairs('google', {
      objective: 0.1,
      windowSeconds: 30 * DAY,
    });
    expect(pairs[0].offReason).toBe(
      'an objective of 10 % cannot burn 14.4 times too fast',
    );
    expect(pairs.every(pair => pair.offReason !== undefined)).toBe(true);
  });

  it('scales a share of the budget of a policy of one’s own, and no factor', () => {
    const policy = {
      name: 'strict',
      pairs: [
        {
          severity: 'page',
          longWindow: '1h',
          shortWindow: '5m',
          budgetShare: 0.02,
        },
        {
          severity: 'page',
          longWindow: '6h',
          shortWindow: '30m',
          factor: 4,
        },
        {
          severity: 'ticket',
          longWindow: '3d',
          shortWindow: '6h',
          budgetShare: 0.01,
        },
      ],
    } as const;
    const factorsOf = (days: number, objective = 0.999) =>
      alertPairs(policy, { objective, windowSeconds: days * DAY }).map(
        ({ factor, loweredFrom }) => [factor, loweredFrom],
      );

    expect(factorsOf(30)).toEqual([
      [14.4, undefined],
      [4, undefined],
      // A share that is spent below the pace of the budget.
      [1, undefined],
    ]);
    expect(factorsOf(7)).toEqual([
      [3.36, undefined],
      [4, undefined],
      [1, undefined],
    ]);
    expect(factorsOf(30, 0.9)[0]).toEqual([8, 14.4]);
    // As long as the window itself: left out.
    expect(factorsOf(3)).toHaveLength(2);
  });

  it.each([0.9, 0.5, 0.2, 0.15])(
    'in a total outage, an objective of %d burns above every limit or says that it cannot',
    objective => {
      for (const policy of ['google', 'seed'] as const) {
        for (const pair of alertPairs(policy, {
          objective,
          windowSeconds: 30 * DAY,
        })) {
          const burning = 1 / (1 - objective) > pair.factor;
          expect(burning || pair.offReason !== undefined).toBe(true);
        }
      }
    },
  );
});
