import { burnDown } from './burnDown';
import { LedgerHour } from './ledgerHour';

const HOUR = 3_600_000;
const end = new Date('2026-03-02T00:00:00Z');

/** Hours up to the end, oldest first. */
function hours(...counts: LedgerHour['counts'][]): LedgerHour[] {
  return counts.map((each, i) => {
    const from = end.getTime() - (counts.length - i) * HOUR;
    return { from: new Date(from), to: new Date(from + HOUR), counts: each };
  });
}

const terms = { objective: 0.9, end, windowSeconds: 4 * 3600 };

describe('burnDown', () => {
  it('starts full and ends at what the window says', () => {
    const { points, scale } = burnDown({
      ...terms,
      hours: hours(
        { bad: 5, total: 10 },
        { bad: 0, total: 100 },
        { bad: 10, total: 100 },
        null,
        { bad: 10, total: 200 },
      ),
      windowCounts: { bad: 20, total: 400 },
    });
    expect(scale).toBe(1);
    expect(points.map(point => point.remainingRatio)).toEqual([
      null,
      1,
      0.75,
      0.75,
      0.5,
    ]);
    expect(points[3].counts).toBeNull();
    expect(points[4]).toMatchObject({
      from: '2026-03-01T23:00:00.000Z',
      to: '2026-03-02T00:00:00.000Z',
      counts: { bad: 10, total: 200 },
    });
  });

  it('scales its hours to the window, so that both agree', () => {
    const { points, scale } = burnDown({
      ...terms,
      hours: hours({ bad: 4, total: 100 }, { bad: 4, total: 100 }),
      windowCounts: { bad: 10, total: 200 },
    });
    expect(scale).toBe(1.25);
    expect(points.at(-1)!.remainingRatio).toBe(0.5);
  });

  it('counts only the part of an hour that lies in the window', () => {
    const { points } = burnDown({
      ...terms,
      windowSeconds: 1.5 * 3600,
      hours: hours({ bad: 8, total: 100 }, { bad: 4, total: 100 }),
      windowCounts: { bad: 8, total: 160 },
    });
    expect(points.map(point => point.remainingRatio)).toEqual([0.75, 0.5]);
  });

  it('ends at what the window says, though no hour knows of its bad events', () => {
    const { points, scale } = burnDown({
      ...terms,
      hours: hours({ bad: 0, total: 100 }, null, { bad: 0, total: 100 }),
      windowCounts: { bad: 10, total: 200 },
    });
    expect(points.map(point => point.remainingRatio)).toEqual([1, 1, 0.5]);
    expect(scale).toBe(1);
  });

  it('ends at what the window says, though the hours go on', () => {
    const { points, scale } = burnDown({
      ...terms,
      end: new Date(end.getTime() - 1.5 * HOUR),
      hours: hours(
        { bad: 5, total: 100 },
        { bad: 10, total: 100 },
        { bad: 90, total: 100 },
      ),
      windowCounts: { bad: 10, total: 150 },
    });
    expect(points.map(point => point.remainingRatio)).toEqual([
      expect.closeTo(2 / 3, 9),
      expect.closeTo(1 / 3, 9),
      null,
    ]);
    expect(scale).toBe(1);
  });

  it('stays full when nothing was bad, and knows nothing without the window', () => {
    const quiet = hours({ bad: 0, total: 1 }, { bad: 0, total: 1 });
    expect(
      burnDown({
        ...terms,
        hours: quiet,
        windowCounts: { bad: 0, total: 2 },
      }).points.map(point => point.remainingRatio),
    ).toEqual([1, 1]);
    expect(
      burnDown({ ...terms, hours: quiet }).points.map(
        point => point.remainingRatio,
      ),
    ).toEqual([null, null]);
  });
});
