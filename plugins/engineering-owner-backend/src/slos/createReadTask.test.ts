import { JsonValue } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';
import {
  GroupReading,
  ReadOptions,
  SliGroup,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { testDatabases } from '../__testUtils__/databases';
import { everyMinute } from '../ingest/IngestTask';
import { Store } from '../store/Store';
import { createReadTask } from './createReadTask';
import { DefinitionStore } from './DefinitionStore';
import { GroupReader } from './GroupReader';
import { GroupStore } from './GroupStore';
import { LedgerStore } from './ledger/LedgerStore';
import { ReadingStore } from './ReadingStore';
import { SightingStore } from './SightingStore';
import { SliGroupPlan } from './SliGroupPlan';
import { WindowReader } from './WindowReader';
import { WindowStore } from './WindowStore';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Takes its time for the windows above a day of some groups. */
class SlowSource extends FakeSliSource {
  readonly slow = new Set<string>();
  readonly asked: string[] = [];
  /** What happens while a slow answer is waited for. */
  wait: (signal: AbortSignal) => Promise<void> = async () => {};

  override async read(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch,
    options: ReadOptions,
  ): Promise<GroupReading> {
    this.asked.push(group.id);
    const reading = await super.read(group, inspection, stretch, options);
    const isLong = Number(stretch.to) - Number(stretch.from) > 3_600_000;
    if (isLong && this.slow.has(group.id)) {
      await this.wait(options.signal);
    }
    return reading;
  }
}

async function world(groups: string[]) {
  const knex = await databases.init('SQLITE_3');
  await Store.create({ database: mockServices.database({ knex }) });
  const source = new SlowSource();
  source.services.set('cart', { total: 60 });
  let now = new Date('2026-11-23T14:02:40Z');
  const skip = (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
  };
  const clock = () => now;
  const plans = groups.map(
    (id): SliGroupPlan => ({
      group: {
        id,
        source: source.source,
        entityLabel: 'service',
        bespoke: false,
        indicator: { kind: 'ratio', total: 'requests' },
        compiled: { total: 'requests' },
      },
      source,
      definedBy: [`template ${id}`],
      windows: [
        { window: '5m', seconds: 300, everySeconds: 60 },
        { window: '1d', seconds: 86400, everySeconds: 900 },
      ],
      longestSeconds: 86400,
      phaseSeconds: 0,
      closingSeconds: 0,
    }),
  );
  const definitions = new DefinitionStore(knex);
  await definitions.replace({
    matched: groups,
    kept: [],
    members: groups.map(id => ({
      entityRef: 'component:default/cart',
      name: id,
      groupId: id,
      entityValue: 'cart',
    })),
  });
  const windows = new WindowStore(knex);
  const stores = {
    windows,
    groups: new GroupStore(knex),
    ledger: new LedgerStore(knex),
    readings: new ReadingStore(knex, windows),
    sightings: new SightingStore(knex),
  };
  const judged: string[] = [];
  const task = createReadTask({
    source,
    plans: async () => plans,
    schedule: everyMinute,
    clock,
    definitions,
    reader: new GroupReader({
      clock,
      ...stores,
      reader: new WindowReader({ clock, ...stores }),
    }),
    judge: async ({ group }) => {
      judged.push(group.id);
    },
    wake: [],
  });
  return { source, windows, judged, skip, run: task.run };
}

const noAbort = new AbortController().signal;

describe('the task that reads', () => {
  it('takes nothing on when its time runs out, and begins with that the next time', async () => {
    const { source, judged, skip, run } = await world(['a', 'b', 'c', 'd']);
    source.slow.add('a').add('b');
    // Two are read at a time.
    source.wait = async () => skip(40);

    await run(noAbort);
    expect([...new Set(source.asked)]).toEqual(['a', 'b']);
    expect([...new Set(judged)].sort()).toEqual(['a', 'b']);

    skip(20);
    source.asked.length = 0;
    await run(noAbort);
    expect([...new Set(source.asked)].slice(0, 2)).toEqual(['c', 'd']);
  });

  it('judges what it had read of a group when it is cut off, and lets the rest wait', async () => {
    const { source, windows, judged, skip, run } = await world(['a']);
    source.slow.add('a');
    const timeout = new AbortController();
    source.wait = async signal => {
      timeout.abort(new Error('timeout of 45 seconds'));
      signal.throwIfAborted();
    };

    await expect(run(timeout.signal)).rejects.toThrow('timeout of 45 seconds');

    expect(judged).toEqual(['a']);
    const status = await windows.list('a');
    expect(status.get('5m')?.at).toBeDefined();
    expect(status.get('1d')).toMatchObject({
      lastError: 'The read was cut off: the time of the task was over',
    });

    skip(60);
    source.asked.length = 0;
    source.wait = async () => {};
    await run(noAbort);
    expect(source.asked).toHaveLength(1);
    skip(60);
    await run(noAbort);
    expect(source.asked).toHaveLength(3);
  });
});
