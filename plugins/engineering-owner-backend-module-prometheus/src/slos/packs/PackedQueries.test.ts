import { PrometheusError } from '../../client/PrometheusError';
import {
  Answered,
  PrometheusClient,
  Sample,
} from '../../client/PrometheusClient';
import { PackedQueries } from './PackedQueries';

const { signal } = new AbortController();
const member = /label_replace\((.*)\n, "engineering_owner_group", "(\d+)"/g;
const names = Array.from({ length: 20 }, (_, i) => `x${i}.`);

/** What a server makes of a query in which this text stands. */
type Trouble = (query: string) => string[];

/** Twenty members that each ask once a minute. */
function minutesOf(trouble: Trouble) {
  let asked: number[] = [];
  const client = {
    query: async (query: string): Promise<Answered<Sample[]>> => {
      const members = [...query.matchAll(member)];
      asked.push(members.length || 1);
      const warnings = trouble(query);
      const result = members.length
        ? members.map(([, its, i]) => ({
            labels: { its, engineering_owner_group: i },
            value: 1,
          }))
        : [{ labels: { its: query }, value: 1 }];
      return { result, warnings };
    },
  };
  const packs = new PackedQueries(client as unknown as PrometheusClient);
  let minute = 0;
  /** Who got nothing or a warning, and how many shared each request. */
  return async () => {
    asked = [];
    minute += 1;
    const at = new Date(minute * 60_000);
    const answers = await Promise.allSettled(
      // The queries of a stretch to now differ each minute.
      names.map(name =>
        packs.of('5m', name).query(`${name} ${minute}`, at, signal),
      ),
    );
    const spoilt = answers.flatMap((answer, i) =>
      answer.status === 'rejected' || answer.value.warnings.length > 0
        ? [names[i]]
        : [],
    );
    return { spoilt, asked };
  };
}

describe('Packed queries', () => {
  it.each<[string, Trouble]>([
    [
      'times out',
      query => {
        if (query.includes('x13.')) {
          throw new PrometheusError('timeout', 'took too long');
        }
        return [];
      },
    ],
    [
      'makes the server fail',
      query => {
        if (query.includes('x13.')) {
          throw new PrometheusError('failed', 'cannot');
        }
        return [];
      },
    ],
    [
      'is answered in an unexpected shape',
      query => {
        if (query.includes('x13.')) {
          throw new PrometheusError('malformed', 'what is that');
        }
        return [];
      },
    ],
    [
      'is warned of',
      query => (query.includes('x13.') ? ['a store is away'] : []),
    ],
  ])(
    'spoil fewer others each minute when one %s, and soon nobody else',
    async (_, trouble) => {
      const nextMinute = minutesOf(trouble);
      const spoilt: number[] = [];
      for (let i = 0; i < 6; i++) {
        spoilt.push((await nextMinute()).spoilt.length);
      }
      expect(spoilt).toEqual([20, 10, 5, 2, 1, 1]);
      // It stays alone as long as it is in trouble, and the others do not.
      const later = await nextMinute();
      expect(later.spoilt).toEqual(['x13.']);
      expect(later.asked.length).toBeLessThanOrEqual(7);
    },
  );

  it('are together again when the trouble was not one’s own', async () => {
    jest.useFakeTimers({
      doNotFake: ['setTimeout', 'nextTick', 'queueMicrotask'],
    });
    try {
      let isAway = true;
      const nextMinute = minutesOf(() => (isAway ? ['a store is away'] : []));
      await nextMinute();
      isAway = false;
      expect((await nextMinute()).asked).toEqual([10, 10]);
      jest.setSystemTime(Date.now() + 16 * 60_000);
      jest.advanceTimersByTime(16 * 60_000);
      expect((await nextMinute()).asked).toEqual([20]);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each(['overloaded', 'not_asked', 'unreachable', 'unauthorized'] as const)(
    'are not divided by what no query is to blame for: %s',
    async kind => {
      let fails = true;
      const nextMinute = minutesOf(() => {
        if (fails) {
          throw new PrometheusError(kind, kind);
        }
        return [];
      });
      await nextMinute();
      fails = false;
      expect((await nextMinute()).asked).toEqual([20]);
    },
  );
});
