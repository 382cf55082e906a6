import type {
  OnCallResponseTimesResponse,
  ResponseTimes,
} from '@engineering-owner/backstage-plugin-common';
import type { T } from '../translation';
import { spreadOf, trendOf } from './responseTimeSeries';

/** Says the code and what is in it. */
const t = ((code: string, values: object = {}) =>
  [code.split('.').at(-1), ...Object.values(values)].join(' ')) as unknown as T;
const plain = (text: string) => text.replace(/\u202f/g, ' ');

function timesOf(n: number, over: Partial<ResponseTimes> = {}): ResponseTimes {
  return {
    n,
    fewIncidents: n < 10,
    excluded: {},
    ...(n > 0 && {
      figures: { medianSeconds: 240, p90Seconds: 600, meanSeconds: 300 },
    }),
    ...over,
  };
}

function answer(targetSeconds = 300): OnCallResponseTimesResponse {
  const week = (from: string, to: string, n: number, partial = false) => ({
    from,
    to,
    partial,
    mtta: timesOf(n),
    mttr: timesOf(n),
  });
  const ends = [60, 300, targetSeconds, null];
  const distribution = {
    n: 30,
    fewIncidents: false,
    excluded: {},
    targetSeconds,
    buckets: ends.map((toSeconds, index) => ({
      fromSeconds: ends[index - 1] ?? 0,
      toSeconds,
      n: index,
      targeted: index,
    })),
  };
  return {
    entityRef: 'component:default/checkout',
    period: {
      from: '2025-06-05T22:00:00.000Z',
      to: '2025-06-23T22:00:00.000Z',
    },
    timeZone: 'Europe/Berlin',
    trend: {
      weeks: [
        week('2025-06-05T10:00:00.000Z', '2025-06-08T22:00:00.000Z', 12, true),
        week('2025-06-08T22:00:00.000Z', '2025-06-15T22:00:00.000Z', 12),
        week('2025-06-15T22:00:00.000Z', '2025-06-22T22:00:00.000Z', 3),
        week('2025-06-22T22:00:00.000Z', '2025-06-29T22:00:00.000Z', 0),
      ],
      excluded: {},
    },
    distribution: { mtta: distribution, mttr: distribution },
    problems: [],
  };
}

describe('the trend', () => {
  const { points, rows } = trendOf(t, answer(), 'mtta');

  it('dates weeks by the zone in which they begin, not by UTC', () => {
    expect(points.map(({ name }) => name)).toEqual([
      '5 Jun',
      '9 Jun',
      '16 Jun',
      '23 Jun',
    ]);
    expect(rows.map(([week]) => week)).toEqual([
      'partial 5 Jun 2025',
      '9 Jun 2025',
      '16 Jun 2025',
      '23 Jun 2025',
    ]);
  });

  it('draws pale what is cut off or of few, and tells n at the cursor', () => {
    expect(points.map(({ weak }) => weak)).toEqual([true, false, true, false]);
    expect(points[2]).toMatchObject({
      title: '16 Jun 2025',
      rows: expect.arrayContaining([{ name: 'n', value: 'few 3' }]),
    });
    expect(points[3].rows.at(-1)).toEqual({ name: 'n', value: '0' });
  });
});

describe('the distribution', () => {
  it('has no two buckets of one name where the target is odd', () => {
    const { points, target, rows } = spreadOf(t, answer(310), 'mtta');
    expect(points.map(({ name }) => plain(name))).toEqual([
      'upTo 1 min',
      'upTo 5 min',
      'upTo 5 min 10 s',
      'longer 5 min 10 s',
    ]);
    expect(new Set(rows.map(([name]) => name)).size).toBe(4);
    expect(target).toEqual({ x: points[2].name });
  });
});
