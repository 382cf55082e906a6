import { Load, LoadCache } from './LoadCache';

describe('LoadCache', () => {
  let now: Date;
  let reads: string[];
  let cache: LoadCache;
  const read = (key: string) =>
    cache.get(key, async () => {
      reads.push(key);
      return { team: {} } as Load;
    });
  const skip = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };

  beforeEach(() => {
    now = new Date('2026-03-18T10:00:00Z');
    reads = [];
    cache = new LoadCache({ clock: () => now });
  });

  it('reads once for all who look within a minute', async () => {
    await Promise.all([read('a'), read('a'), read('b')]);
    skip(59);
    await read('a');
    expect(reads).toEqual(['a', 'b']);
    skip(1);
    await read('a');
    expect(reads).toEqual(['a', 'b', 'a']);
  });

  it('reads again when the clock was set back', async () => {
    await read('a');
    skip(-10);
    await read('a');
    expect(reads).toEqual(['a', 'a']);
  });

  it('does not keep what failed', async () => {
    await expect(
      cache.get('a', async () => {
        throw new Error('the database is gone');
      }),
    ).rejects.toThrow('the database is gone');
    await read('a');
    expect(reads).toEqual(['a']);
  });

  it('keeps no more than a thousand, the latest', async () => {
    for (let i = 0; i <= 1000; i++) {
      await read(`${i}`);
    }
    reads.length = 0;
    await read('1');
    await read('0');
    expect(reads).toEqual(['0']);
  });
});
