import { LedgerHour } from './ledgerHour';
import { spentShare } from './spentShare';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 4) + hour * 3_600_000);
const hour = (from: number, bad: number | null): LedgerHour => ({
  from: at(from),
  to: at(from + 1),
  counts: bad === null ? null : { bad, total: 1000 },
});
/** 24 hours with so many bad events in each. */
const day = (bad: (hour: number) => number | null) =>
  Array.from({ length: 24 }, (_, index) => hour(index, bad(index)));

describe('spentShare', () => {
  it.each([
    ['a quiet shift', day(() => 0), [8, 20], 0],
    ['5 of 100 in each hour of a shift', day(() => 5), [8, 20], 0.6],
    [
      'only what is of the shift',
      day(index => (index === 7 || index === 20 ? 50 : 0)),
      [8, 20],
      0,
    ],
    ['more than all of it', day(() => 25), [8, 20], 3],
    [
      'a shift that began within an hour: from the next on',
      day(() => 5),
      [8.5, 20],
      0.55,
    ],
    [
      'hours that were not read',
      day(index => (index === 9 ? null : 0)),
      [8, 20],
      undefined,
    ],
    ['hours that are missing', day(() => 0).slice(10), [8, 20], undefined],
    ['a stretch of nothing', day(() => 0), [8, 8], undefined],
  ])('is of %s', (_, hours, [from, to], share) => {
    const found = spentShare(hours, { from: at(from), to: at(to) }, 100);
    expect(found?.toFixed(9)).toBe(share?.toFixed(9));
  });

  it('is not known of a budget that allows nothing', () => {
    const stretch = { from: at(8), to: at(20) };
    expect(
      spentShare(
        day(() => 0),
        stretch,
        0,
      ),
    ).toBeUndefined();
  });
});
