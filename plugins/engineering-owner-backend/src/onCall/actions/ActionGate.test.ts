import { ActionGate, TooManyActionsError } from './ActionGate';

describe('ActionGate', () => {
  let now = 0;
  const gate = () => new ActionGate({ clock: () => new Date(now) });
  const done = async () => 'done';

  it('lets a caller act again after a minute', async () => {
    const actions = gate();
    for (let i = 0; i < 20; i++) {
      await actions.run('ada', done);
    }
    await expect(actions.run('ada', done)).rejects.toThrow('20 times a minute');
    await expect(actions.run('alan', done)).resolves.toBe('done');
    now += 60_000;
    await expect(actions.run('ada', done)).resolves.toBe('done');
  });

  it('lets eight act at the same time, and others when those have ended', async () => {
    const actions = gate();
    const ends: Array<() => void> = [];
    const underWay = Array.from({ length: 8 }, (_, index) =>
      actions.run(
        `person${index}`,
        () => new Promise<void>(end => ends.push(end)),
      ),
    );
    await expect(actions.run('ada', done)).rejects.toBeInstanceOf(
      TooManyActionsError,
    );
    ends[0]();
    await underWay[0];
    await expect(actions.run('ada', done)).resolves.toBe('done');
    ends.forEach(end => end());
    await Promise.all(underWay);
  });

  it('counts what failed, and holds no place for it', async () => {
    const actions = gate();
    const failing = async () => {
      throw new Error('no');
    };
    for (let i = 0; i < 20; i++) {
      await expect(actions.run('ada', failing)).rejects.toThrow('no');
    }
    await expect(actions.run('ada', done)).rejects.toThrow('a minute');
    await expect(actions.run('alan', done)).resolves.toBe('done');
  });
});
