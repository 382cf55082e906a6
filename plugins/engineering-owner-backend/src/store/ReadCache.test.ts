import { ReadCache } from './ReadCache';

function world() {
  let now = Date.parse('2026-11-23T14:00:00Z');
  const cache = new ReadCache<number>({ clock: () => new Date(now), most: 2 });
  let asked = 0;
  const ask = jest.fn(async () => ++asked);
  return {
    cache,
    ask,
    get: (key = 'a') => cache.get(key, ask),
    skip: (seconds: number) => {
      now += seconds * 1000;
    },
  };
}

describe('a cache of reads', () => {
  it('asks once a minute', async () => {
    const { get, skip } = world();
    expect(await Promise.all([get(), get()])).toEqual([1, 1]);
    skip(59);
    expect(await get()).toBe(1);
    skip(1);
    expect(await get()).toBe(2);
  });

  it('tells a failure again for fifteen seconds', async () => {
    const { cache, get, skip } = world();
    const fail = () => cache.get('a', () => Promise.reject(new Error('503')));
    await expect(fail()).rejects.toThrow('503');
    await expect(get()).rejects.toThrow('503');
    skip(15);
    expect(await get()).toBe(1);
  });

  it('forgets the oldest answer where there are too many', async () => {
    const { get, ask } = world();
    await get('a');
    await get('b');
    await get('c');
    await get('b');
    expect(ask).toHaveBeenCalledTimes(3);
    await get('a');
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('asks again when the clock was set back', async () => {
    const { get, skip } = world();
    await get();
    skip(-3600);
    expect(await get()).toBe(2);
  });
});
