import { PreviewGate, TooManyPreviewsError } from './PreviewGate';

function world() {
  let now = Date.parse('2026-11-23T14:00:00Z');
  const gate = new PreviewGate({ clock: () => new Date(now) });
  return {
    gate,
    skip: (seconds: number) => {
      now += seconds * 1000;
    },
    take: async (times: number, caller = 'user:default/maya') => {
      for (let i = 0; i < times; i++) {
        await gate.run(caller, async () => 'done');
      }
    },
  };
}

describe('the gate of previews', () => {
  it('lets ten of a caller pass in a minute, and others beside them', async () => {
    const { take, skip } = world();
    await take(10);
    await expect(take(1)).rejects.toThrow(TooManyPreviewsError);
    await take(1, 'user:default/sam');
    skip(60);
    await take(10);
  });

  it('lets four pass at once, whoever they are', async () => {
    const { gate, take } = world();
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const running = ['a', 'b', 'c', 'd'].map(caller =>
      gate.run(caller, () => ended),
    );

    await expect(take(1, 'e')).rejects.toThrow(
      '4 previews are running already; try again in a moment',
    );
    end();
    await Promise.all(running);
    await take(1, 'e');
  });

  it('makes room again after a preview that failed', async () => {
    const { gate, take } = world();
    for (const caller of ['a', 'b', 'c', 'd']) {
      await expect(
        gate.run(caller, async () => {
          throw new Error('503');
        }),
      ).rejects.toThrow('503');
    }
    await take(1);
  });

  it('does not wait for a time that a clock set back has still to reach', async () => {
    const { take, skip } = world();
    await take(10);
    skip(-3600);
    await expect(take(1)).resolves.toBeUndefined();
  });
});
