import { VisibleRefs } from './VisibleRefs';

function world() {
  let now = Date.parse('2026-11-23T14:00:00Z');
  const refs = new VisibleRefs({ clock: () => new Date(now) });
  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => `component:default/${i}`);
  const ask = jest.fn(async (count: number) => many(count));
  return {
    refs,
    ask,
    get: async (key: string, count = 1) =>
      (await refs.get(key, () => ask(count))).length,
    skip: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('what callers may see', () => {
  it('is kept for a minute', async () => {
    const { get, ask, skip } = world();
    await get('a');
    skip(59);
    await get('a');
    expect(ask).toHaveBeenCalledTimes(1);
    skip(1);
    await get('a');
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('goes after a minute whoever asks, and when the clock was set back', async () => {
    const { refs, get, skip } = world();
    await get('a', 100);
    skip(60);
    await get('b', 1);
    expect(refs.size).toBe(1);
    skip(-3600);
    await get('c', 2);
    expect(refs.size).toBe(2);
  });

  it('is asked for once at a time, however long that takes', async () => {
    const { refs, skip } = world();
    let answer = (_: string[]) => {};
    const ask = jest.fn(
      () => new Promise<string[]>(resolve => (answer = resolve)),
    );
    const first = refs.get('a', ask);
    skip(300);
    const second = refs.get('a', ask);
    answer(['x']);
    expect([await first, await second]).toEqual([['x'], ['x']]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is at most two hundred thousand refs, the oldest going first', async () => {
    const { refs, get, ask } = world();
    await get('a', 90_000);
    await get('b', 90_000);
    await get('c', 90_000);
    expect(refs.size).toBe(180_000);
    await get('b', 90_000);
    expect(ask).toHaveBeenCalledTimes(3);

    expect(await get('d', 300_000)).toBe(300_000);
    expect(refs.size).toBeLessThanOrEqual(200_000);
  });

  it('is asked for again after a failure', async () => {
    const { refs, get } = world();
    await expect(
      refs.get('a', () => Promise.reject(new Error('503'))),
    ).rejects.toThrow('503');
    expect(await get('a')).toBe(1);
  });
});
