import { Answered, Sample } from '../../client/PrometheusClient';
import { PrometheusError } from '../../client/PrometheusError';
import { Packer } from './Packer';
import { Suspects } from './Suspects';

const { signal } = new AbortController();
const member = /label_replace\((.*)\n, "engineering_owner_group", "(\d+)"/g;

/** A server that answers each expression with itself, and says what it was asked. */
function fakeServer(
  failure: (query: string) => PrometheusError | undefined = () => undefined,
  warnings: string[] = [],
) {
  const asked: string[] = [];
  const ask = async (query: string): Promise<Answered<Sample[]>> => {
    asked.push(query);
    const error = failure(query);
    if (error) {
      throw error;
    }
    const members = [...query.matchAll(member)];
    const result = members.length
      ? members.map(([, its, i]) => ({
          labels: { its, engineering_owner_group: i },
          value: 1,
        }))
      : [{ labels: { its: query }, value: 1 }];
    return { result, warnings };
  };
  return { asked, ask };
}

function packerOf(
  ask: (query: string, inner: AbortSignal) => Promise<Answered<Sample[]>>,
  suspects = new Suspects(),
) {
  const departed = jest.fn();
  return { packer: new Packer(ask, suspects, departed), departed };
}

const names = (count: number) =>
  Array.from({ length: count }, (_, i) => `x${i}`);

describe('Packer', () => {
  it('asks for twenty at a time, and gives each its own', async () => {
    const { asked, ask } = fakeServer(undefined, ['careful']);
    const { packer, departed } = packerOf(ask);
    const answers = await Promise.all(
      names(45).map(name => packer.query(name, signal)),
    );
    expect(answers.map(({ result }) => result)).toEqual(
      names(45).map(name => [{ labels: { its: name }, value: 1 }]),
    );
    expect(answers[44].warnings).toEqual(['careful']);
    expect(asked.map(query => query.match(member)?.length)).toEqual([
      20, 20, 5,
    ]);
    expect(departed).toHaveBeenCalledTimes(1);
  });

  it('asks for one alone as it is', async () => {
    const { asked, ask } = fakeServer();
    await packerOf(ask).packer.query('x', signal);
    expect(asked).toEqual(['x']);
  });

  it('keeps requests short', async () => {
    const { asked, ask } = fakeServer();
    const { packer } = packerOf(ask);
    const long = 'x'.repeat(60_000);
    await Promise.all(
      [`${long}1`, `${long}2`, 'y'].map(each => packer.query(each, signal)),
    );
    expect(asked.map(query => query.match(member)?.length ?? 1)).toEqual([
      1, 2,
    ]);
  });

  it.each(['rejected', 'too_large', 'contradictory'] as const)(
    'finds the one that is %s, which alone fails, with its own error',
    async kind => {
      const { asked, ask } = fakeServer(query =>
        query.includes('x13')
          ? new PrometheusError(kind, `refused ${query.length}`)
          : undefined,
      );
      const suspects = new Suspects();
      const { packer } = packerOf(ask, suspects);
      const answers = await Promise.allSettled(
        names(20).map(name => packer.query(name, signal)),
      );
      const failed = answers.flatMap((answer, i) =>
        answer.status === 'rejected' ? [[i, answer.reason.message]] : [],
      );
      expect(failed).toEqual([[13, 'refused 3']]);
      // All, then halves of what fails: 10, 5, 2 or 3, and so on.
      expect(asked.length).toBeLessThanOrEqual(1 + 2 * 5);
      expect(suspects.mostTogether('x13')).toBe(1);
      expect(suspects.mostTogether('x12')).toBe(Infinity);
    },
  );

  it.each(['timeout', 'failed', 'overloaded', 'not_asked'] as const)(
    'does not try again what %s',
    async kind => {
      const { asked, ask } = fakeServer(() => new PrometheusError(kind, kind));
      const { packer } = packerOf(ask);
      const answers = await Promise.allSettled(
        names(20).map(name => packer.query(name, signal)),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        Array(20).fill('rejected'),
      );
      expect(asked).toHaveLength(1);
    },
  );

  it('stops to search when the server fails meanwhile', async () => {
    let requests = 0;
    const { asked, ask } = fakeServer(() => {
      requests += 1;
      return new PrometheusError(requests === 1 ? 'rejected' : 'failed', 'no');
    });
    const { packer } = packerOf(ask);
    const answers = await Promise.allSettled(
      names(20).map(name => packer.query(name, signal)),
    );
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('goes on for the others when one gives up, and stops when all have', async () => {
    const signals: AbortSignal[] = [];
    let answer: (answered: Answered<Sample[]>) => void = () => {};
    const { packer } = packerOf((_, inner) => {
      signals.push(inner);
      return new Promise((resolve, reject) => {
        answer = resolve;
        inner.addEventListener('abort', () => reject(inner.reason));
      });
    });
    const [first, second] = [new AbortController(), new AbortController()];
    const [a, b] = [
      packer.query('a', first.signal),
      packer.query('b', second.signal),
    ];
    await new Promise(resolve => setTimeout(resolve, 20));
    first.abort(new Error('enough'));
    await expect(a).rejects.toThrow('enough');
    expect(signals[0].aborted).toBe(false);
    answer({
      result: [{ labels: { engineering_owner_group: '1' }, value: 2 }],
      warnings: [],
    });
    expect((await b).result).toEqual([{ labels: {}, value: 2 }]);

    const { packer: another } = packerOf((_, inner) => {
      signals.push(inner);
      return new Promise((__, reject) =>
        inner.addEventListener('abort', () => reject(inner.reason)),
      );
    });
    const both = ['a', 'b'].map(name => another.query(name, second.signal));
    const settled = Promise.allSettled(both);
    await new Promise(resolve => setTimeout(resolve, 20));
    second.abort(new Error('all of us'));
    expect((await settled).map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(signals[1].aborted).toBe(true);
  });
});

describe('Packs of a server that warns', () => {
  /** The sizes of what is asked, turn by turn, of twenty. */
  async function turns(
    count: number,
    warns: (query: string) => boolean,
  ): Promise<number[][]> {
    const suspects = new Suspects(() => 0);
    const sizes: number[][] = [];
    for (let turn = 0; turn < count; turn++) {
      const { asked, ask } = fakeServer();
      const packers = new Map<number, Packer<Sample>>();
      const warning = async (query: string) => ({
        ...(await ask(query)),
        warnings: warns(query) ? ['store is down'] : [],
      });
      await Promise.all(
        names(20).map(name => {
          const most = Math.min(20, suspects.mostTogether(name));
          const packer =
            packers.get(most) ??
            new Packer<Sample>(warning, suspects, () => {}, most);
          packers.set(most, packer);
          return packer.query(name, signal);
        }),
      );
      sizes.push(asked.map(query => query.match(member)?.length ?? 1));
    }
    return sizes;
  }

  it('are not divided to single ones when it warns whatever it is asked', async () => {
    expect(await turns(6, () => true)).toEqual([
      [20],
      [10, 10],
      [5, 5, 5, 5],
      [5, 5, 5, 5],
      [5, 5, 5, 5],
      [5, 5, 5, 5],
    ]);
  });

  it('are divided until one is alone when it warns of that one', async () => {
    const sizes = await turns(6, query => /x13\b/.test(query));
    expect(sizes.at(-1)).toContain(1);
    expect(sizes.at(-1)!.length).toBeLessThan(8);
  });
});

describe('Suspects', () => {
  it('are forgotten after a while, and the oldest when there are many', () => {
    let now = 0;
    const suspects = new Suspects(() => now);
    names(10_001).forEach(name => suspects.add(name));
    expect(suspects.mostTogether('x0')).toBe(Infinity);
    expect(suspects.mostTogether('x1')).toBe(1);
    now = 15 * 60_000;
    expect(suspects.mostTogether('x1')).toBe(Infinity);
  });

  it('keep to the smallest company that was said of them', () => {
    const suspects = new Suspects(() => 0);
    suspects.limit('x', 5);
    suspects.limit('x', 10);
    expect(suspects.mostTogether('x')).toBe(5);
  });
});
