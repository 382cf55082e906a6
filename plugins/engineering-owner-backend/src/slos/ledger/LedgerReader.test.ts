import { mockServices } from '@backstage/backend-test-utils';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { testDatabases } from '../../__testUtils__/databases';
import { Store } from '../../store/Store';
import { DefinitionStore } from '../DefinitionStore';
import { GroupStore } from '../GroupStore';
import { SightingStore } from '../SightingStore';
import { SliGroupPlan } from '../SliGroupPlan';
import { unreadDay } from './LedgerDay';
import { LedgerReader } from './LedgerReader';
import { LedgerStore } from './LedgerStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const day = '2026-11-20';
const minute = 60_000;

async function world() {
  const knex = await databases.init('SQLITE_3');
  await Store.create({ database: mockServices.database({ knex }) });
  let now = new Date('2026-11-23T14:02:40Z');
  const source = new FakeSliSource();
  source.services.set('cart', { total: 60 });
  const ledger = new LedgerStore(knex);
  const groups = new GroupStore(knex);
  const definitions = new DefinitionStore(knex);
  await definitions.replace({
    matched: ['availability'],
    kept: [],
    members: [
      {
        entityRef: 'component:default/cart',
        name: 'availability',
        groupId: 'g',
        entityValue: 'cart',
      },
    ],
  });
  const sightings = new SightingStore(knex);
  const reader = new LedgerReader({
    clock: () => now,
    ledger,
    groups,
    definitions,
    sightings,
  });
  const plan: SliGroupPlan = {
    group: {
      id: 'g',
      source: source.source,
      entityLabel: 'service',
      bespoke: false,
      indicator: { kind: 'ratio', total: 'requests' },
      compiled: { total: 'requests' },
    },
    source,
    definedBy: ['template availability'],
    windows: [],
    longestSeconds: 5 * 86400,
    phaseSeconds: 0,
    closingSeconds: 0,
  };
  await groups.save('g', { inspection: {}, problems: [], at: now });
  const { signal } = new AbortController();
  return {
    ledger,
    sightings,
    source,
    readDay: (name = day) => reader.readDay(plan, name, signal),
    readHours: (from = new Date('2026-11-23T12:00:00Z')) =>
      reader.readHours(
        plan,
        {
          day: from.toISOString().slice(0, 10),
          from,
          to: new Date(from.getTime() + 60 * minute),
        },
        signal,
      ),
    held: (name = day) => ledger.getDay('g', name),
    due: () => reader.findDue(plan),
    skip: (minutes: number) => {
      now = new Date(now.getTime() + minutes * minute);
    },
  };
}

describe('the ledger', () => {
  it('does not hold a day that the source calls incomplete', async () => {
    const { source, readDay, held, due, skip } = await world();
    source.warning = 'store eu-1 did not answer';

    await expect(readDay()).rejects.toThrow(
      'data may be missing from 2026-11-20T00:00:00.000Z to 2026-11-21T00:00:00.000Z: store eu-1 did not answer',
    );
    expect(await held()).toEqual({ day: unreadDay, entries: new Map() });

    skip(5);
    expect((await due()).backfill).toContain(day);
    source.warning = undefined;
    await readDay();
    expect((await held()).entries.get('cart')?.day).toEqual({
      bad: 0,
      total: 86400,
    });
    expect((await held()).day.settledAt).toBeDefined();
  });

  it('does not hold an hour of today that the source calls incomplete', async () => {
    const { source, readHours, held, due, skip } = await world();
    source.warning = 'store eu-1 did not answer';

    await expect(readHours()).rejects.toThrow('store eu-1 did not answer');
    expect((await held('2026-11-23')).day).toEqual(unreadDay);

    skip(5);
    expect((await due()).hours).toBeDefined();
  });

  it('keeps a whole day when its second read is incomplete, and asks again', async () => {
    const { source, readDay, held, due, skip } = await world();
    skip(-2 * 1440);
    await readDay();
    const whole = await held();
    expect(whole.day.settledAt).toBeUndefined();

    skip(2 * 1440);
    source.services.set('cart', { total: 70 });
    source.warning = 'store eu-1 did not answer';
    await expect(readDay()).rejects.toThrow('store eu-1 did not answer');

    expect(await held()).toEqual(whole);
    skip(5);
    expect((await due()).days).toContain(day);
  });

  it('does not settle a day in which a service could not be judged yet', async () => {
    const { source, readDay, held, due, skip } = await world();
    const invalid = {
      code: 'sli_not_inspected',
      severity: 'error' as const,
      message: 'the labels of cart are not known yet',
    };
    source.services.set('cart', { total: 60, invalid });
    source.services.set('a-stranger', { total: 60 });
    await readDay();
    expect((await held()).entries.get('cart')?.day).toBe('invalid');
    expect((await held()).day.settledAt).toBeUndefined();

    skip(21 * 60);
    expect((await due()).days).toContain(day);
    source.services.set('cart', { total: 60 });
    source.services.set('a-stranger', { total: 60, invalid });
    await readDay();
    expect((await held()).entries.get('cart')?.day).toMatchObject({
      total: 86400,
    });
    expect((await held()).day.settledAt).toBeDefined();
  });

  it('lets all older days of a group wait when one failed, but not its hours', async () => {
    const { source, readDay, due, skip } = await world();
    source.failure = new Error('503 timeout: query timed out');
    await expect(readDay()).rejects.toThrow('query timed out');

    skip(1);
    expect((await due()).backfill).toEqual([]);
    expect((await due()).hours).toBeDefined();
    skip(4);
    expect((await due()).backfill).toContain(day);
  });

  it('writes nothing down of a day that goes on by the clock of the source', async () => {
    const { source, readDay, readHours, held, skip } = await world();
    const really = new Date('2026-11-23T14:02:00Z');
    source.services.set('cart', { total: 60, killed: really });
    skip(3 * 24 * 60);
    source.telemetry = () => ({ requests: 0, clockSkewSeconds: -3 * 86400 });

    for (const unfinished of ['2026-11-23', '2026-11-24']) {
      await expect(readDay(unfinished)).rejects.toThrow(
        'By the clock of prometheus "default" it is 2026-11-23T14:02:40.000Z',
      );
      expect(await held(unfinished)).toEqual({
        day: unreadDay,
        entries: new Map(),
      });
    }
    await expect(readHours(new Date('2026-11-26T12:00:00Z'))).rejects.toThrow(
      'it is 2026-11-23T14:02:40.000Z',
    );
    // It is over by both, but late samples may arrive.
    await readDay('2026-11-22');
    expect((await held('2026-11-22')).entries.get('cart')?.day).toMatchObject({
      total: 86400,
    });
    expect((await held('2026-11-22')).day.settledAt).toBeUndefined();
  });

  it('is not taken for old, all of it, by a clock that is far ahead', async () => {
    const { readDay, held, skip } = await world();
    await readDay();
    skip(470 * 24 * 60);
    await readDay();
    expect((await held()).entries.get('cart')?.day).toMatchObject({
      total: 86400,
    });
  });

  it('asks ever more rarely for a day that stays incomplete, hourly at least', async () => {
    const { source, readDay, due, skip } = await world();
    source.warning = 'store eu-1 is gone';
    const waits: number[] = [];
    for (let attempt = 0; attempt < 6; attempt++) {
      await expect(readDay()).rejects.toThrow('store eu-1 is gone');
      let waited = 0;
      while (!(await due()).backfill.includes(day)) {
        skip(5);
        waited += 5;
      }
      waits.push(waited);
    }
    expect(waits).toEqual([5, 10, 20, 40, 60, 60]);
  });

  it('asks once more for an old day without anything before it settles', async () => {
    const { source, readDay, held, due, skip } = await world();
    const [cart] = source.services.values();
    source.services.clear();
    await readDay();
    expect((await held()).day).toMatchObject({ empty: true });
    expect((await held()).day.settledAt).toBeUndefined();
    expect((await due()).days).not.toContain(day);

    skip(20 * 60 + 1);
    expect((await due()).days).toContain(day);
    source.services.set('cart', cart);
    await readDay();

    const { day: read, entries } = await held();
    expect(read).toMatchObject({ empty: false });
    expect(read.settledAt).toBeDefined();
    expect(entries.get('cart')?.day).toEqual({ bad: 0, total: 86400 });
  });

  it('settles a day that is empty twice', async () => {
    const { source, readDay, held, skip } = await world();
    source.services.clear();
    await readDay();
    skip(21 * 60);
    await readDay();

    expect((await held()).day).toMatchObject({ empty: true });
    expect((await held()).day.settledAt).toBeDefined();
  });

  it('forgets of values that no entity has what no chart would show', async () => {
    const { source, readDay, held, sightings, skip } = await world();
    const killed = new Date('2026-11-22T00:00:00Z');
    source.services.set('pr-1234', { total: 60, killed });
    source.services.set('pr-1235', { total: 60 });
    await readDay();
    expect([...(await held()).entries.keys()].sort()).toEqual([
      'cart',
      'pr-1234',
      'pr-1235',
    ]);

    skip(60 * 24 * 60);
    await readDay('2027-01-20');
    expect((await held()).entries.size).toBe(3);

    skip(40 * 24 * 60);
    await readDay('2027-03-01');
    expect([...(await held()).entries.keys()]).toEqual(['cart']);
    expect((await held('2027-01-20')).entries.has('pr-1235')).toBe(true);
    const seen = await sightings.listOfGroup('g');
    expect([...seen.keys()].sort()).toEqual(['cart', 'pr-1235']);
  });

  it('forgets what is too old once a day, however many days are read', async () => {
    const { ledger, readDay, readHours, skip } = await world();
    const prune = jest.spyOn(ledger, 'prune');

    await readHours();
    await readDay();
    skip(10);
    await readDay();
    expect(prune.mock.calls).toEqual([['2025-08-20']]);

    skip(24 * 60);
    await readDay();
    expect(prune).toHaveBeenCalledTimes(2);
  });
});
