import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { SliGroupPlan } from '../SliGroupPlan';
import { createBackfillTask } from './createBackfillTask';
import { LedgerReader } from './LedgerReader';

const days = ['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19'];

/** Groups whose days take so many seconds; a negative number: and then fail. */
function world(seconds: Record<string, number>) {
  const source = new FakeSliSource();
  let now = new Date('2026-11-23T14:02:40Z');
  const read: string[] = [];
  const left = new Map(Object.keys(seconds).map(id => [id, [...days]]));
  const daysOf = (id: string) => left.get(id) ?? [];
  const reader: Pick<LedgerReader, 'findDue' | 'readDay'> = {
    findDue: async ({ group }) => ({
      days: [],
      backfill: [...daysOf(group.id)],
      needed: days.length,
      held: days.length - daysOf(group.id).length,
    }),
    async readDay({ group }, day) {
      now = new Date(now.getTime() + Math.abs(seconds[group.id]) * 1000);
      if (seconds[group.id] < 0) {
        throw new Error(`${group.id} timed out`);
      }
      read.push(`${group.id} ${day}`);
      left.set(
        group.id,
        daysOf(group.id).filter(each => each !== day),
      );
      return true;
    },
  };
  const filled: string[] = [];
  const task = createBackfillTask({
    source,
    plans: async () =>
      Object.keys(seconds).map(
        (id): SliGroupPlan => ({
          group: {
            id,
            source: source.source,
            entityLabel: 'service',
            bespoke: false,
            indicator: { kind: 'ratio', total: 'requests' },
            compiled: {},
          },
          source,
          definedBy: [`template ${id}`],
          windows: [],
          longestSeconds: 4 * 86400,
          phaseSeconds: 0,
          closingSeconds: 0,
        }),
      ),
    clock: () => now,
    reader,
    hasMembers: async () => true,
    onFilled: async ({ group }) => {
      filled.push(group.id);
    },
    wake: [],
  });
  return {
    read,
    filled,
    run: () => task.run(new AbortController().signal),
  };
}

describe('the back-fill', () => {
  it('reads a day of each group in turn, and goes on with who waited longest', async () => {
    const { read, filled, run } = world({ heavy: 20, light: 1, other: 1 });

    await run();
    expect(read).toEqual([
      'heavy 2026-11-22',
      'light 2026-11-22',
      'other 2026-11-22',
      'heavy 2026-11-21',
    ]);
    expect(filled).toEqual(['heavy', 'light', 'other']);

    read.length = 0;
    expect(await run()).toMatchObject({ progress: 10 / 12 });
    expect(read).toEqual([
      'light 2026-11-21',
      'other 2026-11-21',
      'heavy 2026-11-20',
      'light 2026-11-20',
      'other 2026-11-20',
      'heavy 2026-11-19',
    ]);
  });

  it('leaves a group alone of which a day failed, and tells so', async () => {
    const { read, run } = world({ heavy: -10, light: 1 });

    expect(await run()).toMatchObject({
      progress: 0.5,
      problems: [{ message: expect.stringContaining('heavy timed out') }],
    });
    expect(read).toEqual(days.map(day => `light ${day}`));
  });

  it('fails when all groups do', async () => {
    const { run } = world({ heavy: -1, heavier: -2 });
    await expect(run()).rejects.toThrow('heavy timed out');
  });
});
