import { burnDown } from './burnDown';
import { LedgerHour } from './ledgerHour';
import { refineBurnDown } from './refineBurnDown';

const MINUTE = 60_000;
const start = Date.parse('2026-11-23T10:00:00Z');
const at = (minute: number) => new Date(start + minute * MINUTE);

/** Two hours, of which the second lost half of the budget. */
const { points: hours } = burnDown({
  hours: [
    { from: at(0), to: at(60), counts: { bad: 0, total: 600 } },
    { from: at(60), to: at(120), counts: { bad: 6, total: 600 } },
  ],
  objective: 0.99,
  end: at(120),
  windowSeconds: 7200,
  windowCounts: { bad: 6, total: 1200 },
});

function steps(
  from: number,
  to: number,
  bad: (minute: number) => number | null,
): LedgerHour[] {
  const result: LedgerHour[] = [];
  for (let minute = from; minute < to; minute += 10) {
    const count = bad(minute);
    result.push({
      from: at(minute),
      to: at(minute + 10),
      counts: count === null ? null : { bad: count, total: 100 },
    });
  }
  return result;
}

const remaining = (points: ReturnType<typeof refineBurnDown>) =>
  points.map(({ remainingRatio }) =>
    remainingRatio === null ? null : Number(remainingRatio.toFixed(6)),
  );

describe('refineBurnDown', () => {
  it('falls where the bad events are and ends where the hours end', () => {
    const fine = refineBurnDown(
      hours,
      steps(0, 120, minute => ([80, 90].includes(minute) ? 3 : 0)),
    );
    expect(remaining(fine)).toEqual([
      ...[1, 1, 1, 1, 1, 1],
      ...[1, 1, 0.75, 0.5, 0.5, 0.5],
    ]);
    expect(fine.at(-1)?.remainingRatio).toBe(hours.at(-1)?.remainingRatio);
  });

  it('takes the whole fall of an hour even where the steps count otherwise', () => {
    const fine = refineBurnDown(
      hours,
      steps(60, 120, minute => (minute === 60 ? 5 : 0)),
    );
    expect(remaining(fine)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('puts what the steps do not reach before and after them', () => {
    const fine = refineBurnDown(
      hours,
      steps(80, 100, () => 1),
    );
    // Of six bad events two are in the steps, two before and two after.
    expect(remaining(fine)[0]).toBeCloseTo(1 - 0.5 * (3 / 6), 6);
    expect(remaining(fine)[1]).toBeCloseTo(1 - 0.5 * (4 / 6), 6);
  });

  it('falls evenly where no step knows of any bad event', () => {
    const fine = refineBurnDown(
      hours,
      steps(60, 120, () => null),
    );
    expect(remaining(fine).at(2)).toBeCloseTo(0.75, 6);
    expect(fine.every(({ counts }) => counts === null)).toBe(true);
  });

  it('has no budget to show outside of the hours, and keeps every step', () => {
    const fine = refineBurnDown(
      hours,
      steps(-20, 140, () => 1),
    );
    expect(fine).toHaveLength(16);
    expect(remaining(fine).slice(0, 2)).toEqual([null, null]);
    expect(remaining(fine).slice(-2)).toEqual([null, null]);
    expect(
      refineBurnDown(
        [],
        steps(0, 20, () => 1),
      ),
    ).toHaveLength(2);
  });

  it('has none while the budget is not known', () => {
    const unknown = hours.map(hour => ({ ...hour, remainingRatio: null }));
    expect(
      remaining(
        refineBurnDown(
          unknown,
          steps(0, 120, () => 1),
        ),
      ).every(value => value === null),
    ).toBe(true);
  });

  it('takes no count that is none', () => {
    const fine = refineBurnDown(hours, [
      { from: at(60), to: at(70), counts: { bad: NaN, total: 100 } },
      { from: at(70), to: at(80), counts: { bad: -3, total: Infinity } },
      { from: at(80), to: at(90), counts: { bad: 200, total: 100 } },
    ]);
    expect(fine.map(({ counts }) => counts)).toEqual([
      null,
      null,
      { bad: 100, total: 100 },
    ]);
    for (const { remainingRatio } of fine) {
      expect(Number.isFinite(remainingRatio)).toBe(true);
    }
  });
});
