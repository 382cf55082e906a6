import { familyOf, openMetrics, TestSeries } from './history';

const MINUTE = 60;
const HOUR = 3600;

/**
 * Counters that are hard to read right, sampled each minute at half past, for
 * seven hours that end at `end`.
 */
export function oddCounters(end: number) {
  const start = end - 7 * HOUR;
  const minutes = (time: number) => Math.floor((time - start) / MINUTE);
  const steady = (perMinute: number) => (time: number) =>
    minutes(time) * perMinute;
  const between =
    (from: number, to: number, valueAt: (time: number) => number) =>
    (time: number) =>
      time >= from && time <= to ? valueAt(time) : undefined;
  const since = (from: number, valueAt: (time: number) => number) =>
    between(from, end, valueAt);
  const until = (to: number, valueAt: (time: number) => number) =>
    between(start, to, valueAt);
  const except =
    (from: number, to: number, valueAt: (time: number) => number) =>
    (time: number) =>
      time > from && time <= to ? undefined : valueAt(time);
  const family = (name: string, series: TestSeries[]) =>
    familyOf({
      name,
      series,
      from: start + 30,
      to: end - 30,
      stepSeconds: MINUTE,
    });
  const hits = (
    service: string,
    code: string,
    valueAt: TestSeries['valueAt'],
    more: Record<string, string> = {},
  ): TestSeries => ({ labels: { service, code, ...more }, valueAt });
  /** A counter that begins again from zero. */
  const restarted =
    (at: number, valueAt: (time: number) => number) => (time: number) =>
      time < at ? valueAt(time) : valueAt(time) - valueAt(at - 30);
  const long = 1_000_000;
  const gap = { from: end - 4 * HOUR - 600, to: end - HOUR - 600 };

  const text = openMetrics([
    family('hits_total', [
      hits('steady', '200', steady(1)),
      hits('restarted', '200', restarted(end - 450, steady(1))),
      hits('born', '200', steady(1)),
      hits(
        'born',
        '500',
        since(end - 480, () => 5),
      ),
      hits('once', '200', since(end - 40, steady(1))),
      hits('flat', '200', () => 70),
      hits('gone', '200', until(end - 5 * HOUR, steady(1))),
      hits('churning', '200', until(end - 460, steady(2)), { pod: 'a' }),
      hits('churning', '500', until(end - 460, steady(1)), { pod: 'a' }),
      hits(
        'churning',
        '200',
        since(end - 460, restarted(end - 480, steady(2))),
        {
          pod: 'b',
        },
      ),
      hits(
        'churning',
        '500',
        since(end - 460, restarted(end - 480, steady(1))),
        {
          pod: 'b',
        },
      ),
      hits('uneven', '200', steady(200), { instance: 'a' }),
      hits('uneven', '200', steady(1), { instance: 'b' }),
      hits('uneven', '500', steady(1), { instance: 'b' }),
      hits(
        'returned',
        '200',
        except(gap.from, gap.to, t => long + steady(1)(t)),
      ),
      hits(
        'returned',
        '500',
        except(gap.from, gap.to, () => 3),
      ),
    ]),
    family('scraped_total', [
      hits(
        'down',
        '200',
        except(gap.from, gap.to, t => long + steady(1)(t)),
      ),
    ]),
    family('replicated_total', [
      hits('both', '200', steady(60), { replica: 'a' }),
      hits('both', '200', steady(60), { replica: 'b' }),
      hits('both', '500', steady(6), { replica: 'a' }),
      hits('both', '500', since(end - 1200, steady(6)), { replica: 'b' }),
      hits('joined', '200', steady(60), { replica: 'a' }),
      hits('joined', '200', since(end - 1200, steady(60)), { replica: 'b' }),
      hits(
        'joined',
        '500',
        since(end - 600, () => 4),
        { replica: 'a' },
      ),
      hits(
        'joined',
        '500',
        since(end - 540, () => 4),
        { replica: 'b' },
      ),
    ]),
    family('young_seconds_count', [
      { labels: { service: 'respelt' }, valueAt: steady(100) },
    ]),
    family('young_seconds_bucket', [
      {
        labels: { service: 'respelt', le: '1' },
        valueAt: until(end - HOUR, steady(90)),
      },
      {
        labels: { service: 'respelt', le: '1.0' },
        valueAt: since(end - HOUR, steady(90)),
      },
    ]),
  ]);
  return { text, gap };
}
