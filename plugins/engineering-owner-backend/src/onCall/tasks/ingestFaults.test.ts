import { TestDatabases } from '@backstage/backend-test-utils';
import {
  incident,
  simulateOnCall,
  smallAccount,
} from '../../__testUtils__/onCallSimulation';
import { FakeOnCallSource } from '../../__testUtils__/FakeOnCallSource';

const start = new Date('2026-03-18T10:00:00.000Z');
const daysBefore = (days: number) =>
  new Date(start.getTime() - days * 86_400_000).toISOString();
const minutesBefore = (minutes: number) =>
  new Date(start.getTime() - minutes * 60_000).toISOString();
const id = 'pagerduty:default';

// What databases have in common is asked of one of them.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

/** Each of its services has a policy of its own. */
function accountOfManyPolicies() {
  const source = smallAccount();
  const [service] = source.directory.services;
  const policyIds = Array.from({ length: 130 }, (_, n) => `PPOL${n + 100}`);
  source.directory.services = policyIds.map(escalationPolicyId => ({
    ...service,
    id: `of ${escalationPolicyId}`,
    escalationPolicyId,
  }));
  return { source, policyIds };
}

describe('reading an on-call account that is slow, fails or is out of time', () => {
  async function simulate(sources: FakeOnCallSource[]) {
    const knex = await databases.init('SQLITE_3');
    return { knex, ...(await simulateOnCall({ knex, start, sources })) };
  }
  type Simulation = Awaited<ReturnType<typeof simulate>>;

  const storedIds = async ({ knex }: Simulation, table: string) =>
    (await knex(table).orderBy('id')).map(row => row.id);
  const progress = async ({ sources }: Simulation) =>
    (await sources()).sources
      .find(source => source.id === id)
      ?.tasks.find(({ name }) => name.startsWith('onCall.history'))?.progress;

  it('does not give up at once on what happened while it was down for hours', async () => {
    const source = smallAccount();
    const simulation = await simulate([source]);
    await simulation.run();
    source.put(incident('Q1', start.toISOString(), [[5, 'resolve', 'PADA']]));
    source.put(incident('Q2', start.toISOString(), [[5, 'resolve', 'PADA']]));
    simulation.skip(3 * 60);
    source.unreadableIds.add('Q1').add('Q2');
    await simulation.run('onCall.changes');
    expect(await storedIds(simulation, 'incidents')).toEqual([]);

    source.unreadableIds.clear();
    simulation.skip(1);
    await simulation.run('onCall.changes');
    expect(await storedIds(simulation, 'incidents')).toEqual(['Q1', 'Q2']);
  });

  it('does not give up on incidents while none can be read', async () => {
    const source = smallAccount();
    const simulation = await simulate([source]);
    await simulation.run();
    const names = ['Q1', 'Q2', 'Q3'];
    names.forEach(name =>
      source.put(incident(name, start.toISOString(), [[1, 'resolve']])),
    );
    names.forEach(name => source.unreadableIds.add(name));
    for (let turn = 0; turn < 15; turn++) {
      simulation.skip(20);
      await simulation.run('onCall.changes');
    }
    source.unreadableIds.delete('Q1');
    simulation.skip(1);
    await simulation.run('onCall.changes');
    expect(await storedIds(simulation, 'incidents')).toEqual(['Q1']);
    source.unreadableIds.clear();
    source.idsRead.length = 0;
    await simulation.run('onCall.changes');
    expect(source.idsRead).toEqual(['Q2', 'Q3']);
    expect(await storedIds(simulation, 'incidents')).toEqual(names);
  });

  it('reads the last of history again where it could not be read', async () => {
    const source = smallAccount();
    const minutes = 40 * 24 * 60;
    source.put(
      incident('QOLD', daysBefore(120), [[minutes, 'resolve', 'PADA']]),
    );
    const simulation = await simulate([source]);
    await simulation.run('onCall.directory');
    await simulation.run('onCall.changes');
    source.unreadableIds.add('QOLD');
    await simulation.run('onCall.history');
    expect(await storedIds(simulation, 'incidents')).toEqual([]);
    expect(await progress(simulation)).toBeLessThan(1);

    source.unreadableIds.clear();
    await simulation.run('onCall.history');
    expect(await storedIds(simulation, 'incidents')).toEqual(['QOLD']);
    expect(await progress(simulation)).toBe(1);
  });

  it('comes to the end of history after six hours where an incident can never be read', async () => {
    const source = smallAccount();
    const minutes = 40 * 24 * 60;
    source.put(
      incident('QOLD', daysBefore(120), [[minutes, 'resolve', 'PADA']]),
    );
    source.unreadableIds.add('QOLD');
    const simulation = await simulate([source]);
    await simulation.run('onCall.directory');
    await simulation.run('onCall.changes');
    await simulation.run('onCall.history');
    for (let hours = 0; hours < 6; hours++) {
      expect(await progress(simulation)).toBeLessThan(1);
      simulation.skip(30);
      await simulation.run('onCall.history');
      simulation.skip(30);
      await simulation.run('onCall.history');
    }
    expect(await progress(simulation)).toBe(1);
  });

  it('finds what happened by the clock of the account where ours is ahead, and tells', async () => {
    const source = smallAccount();
    source.telemetry = () => ({ requests: 0, clockSkewSeconds: -600 });
    const simulation = await simulate([source]);
    await simulation.run();
    source.put(incident('Q1', minutesBefore(9.5), [[0.1, 'resolve']]));
    simulation.skip(1);
    await simulation.run('onCall.changes');
    expect(await storedIds(simulation, 'incidents')).toEqual(['Q1']);
    const { sources } = await simulation.sources();
    expect(sources.find(each => each.id === id)?.problems).toEqual([
      expect.objectContaining({
        code: 'source_clock_skew',
        message: expect.stringContaining('600 s behind'),
      }),
    ]);
  });

  it('keeps the people it knows while they may not be read', async () => {
    const source = smallAccount();
    const simulation = await simulate([source]);
    await simulation.run();
    const { services, policies } = source.directory;
    source.directory = { services, policies };
    simulation.skip(11);
    await simulation.run('onCall.directory');
    const people = await simulation.stores.directory.responders(id, ['PADA']);
    expect(people.get('PADA')).toMatchObject({ timeZone: 'Europe/London' });

    source.directory = { services, policies, responders: [] };
    simulation.skip(11);
    await simulation.run('onCall.directory');
    expect(await simulation.stores.directory.responders(id, ['PADA'])).toEqual(
      new Map(),
    );
  });

  it('gets through a storm where a run has time to read a few incidents only', async () => {
    const source = smallAccount();
    const simulation = await simulate([source]);
    await simulation.run();
    Array.from({ length: 60 }, (_, index) => `Q${index + 10}`).forEach(each =>
      source.put(incident(each, start.toISOString(), [[1, 'resolve']])),
    );
    simulation.skip(3);
    let abort = new AbortController();
    const read = source.readIncidentsById.bind(source);
    source.readIncidentsById = async (ids, options) => {
      if (ids.length > 12) {
        abort.abort(new Error('out of time'));
        options.signal.throwIfAborted();
      }
      return read(ids, options);
    };
    for (let run = 0; run < 10; run++) {
      abort = new AbortController();
      await simulation.run('onCall.changes', abort.signal);
    }
    expect(await storedIds(simulation, 'incidents')).toHaveLength(60);
  });

  it.each([1, 4, 60, 12 * 60])(
    'finds what it missed when the clock was %i minutes ahead and is set back',
    async minutes => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      simulation.skip(10);
      source.put(
        incident('Q1', minutesBefore(minutes - 9), [[0.5, 'resolve']]),
      );
      // Nothing is known there of what our clock says.
      const read = source.readChanges.bind(source);
      source.readChanges = async (stretch, options) => ({
        ...(await read(stretch, options)),
        events: [],
      });
      await simulation.run('onCall.changes');
      source.readChanges = read;
      simulation.skip(-minutes);
      source.stretches.length = 0;
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incidents')).toEqual(['Q1']);
      source.stretches.forEach(({ since, until }) =>
        expect(Number(since)).toBeLessThan(Number(until)),
      );
      expect(await simulation.stores.cursors.get(id, 'changes')).toEqual(
        new Date(start.getTime() + (10 - minutes) * 60_000),
      );
    },
  );

  it('comes to an end of past shifts where a run has time for a few policies only', async () => {
    const { source, policyIds } = accountOfManyPolicies();
    source.shifts = policyIds.map(policyId => ({
      policyId,
      level: 1,
      responderId: 'PADA',
      start: daysBefore(80),
      end: daysBefore(-80),
    }));
    const simulation = await simulate([source]);
    await simulation.run('onCall.directory');
    await simulation.run('onCall.shifts');
    let abort = new AbortController();
    const read = source.readShifts.bind(source);
    source.readShifts = async (request, options) => {
      if (request.policyIds.length > 20) {
        abort.abort(new Error('out of time'));
        options.signal.throwIfAborted();
      }
      return read(request, options);
    };
    for (let run = 0; run < 10; run++) {
      abort = new AbortController();
      await simulation.run('onCall.pastShifts', abort.signal);
    }
    const knownFrom = await simulation
      .knex('on_call_readings')
      .distinct()
      .pluck('known_from');
    expect(knownFrom).toEqual([daysBefore(90)]);
  });

  it('comes to an end of shifts where a run has time for a few policies only, those first that waited longest', async () => {
    const { source, policyIds } = accountOfManyPolicies();
    const simulation = await simulate([source]);
    await simulation.run('onCall.directory');
    let abort = new AbortController();
    let asked: string[] = [];
    const read = source.readShifts.bind(source);
    source.readShifts = async (request, options) => {
      // Two of them are as much as a run has time for.
      simulation.skip(0.75);
      if (request.policyIds.length > 20) {
        abort.abort(new Error('out of time'));
        options.signal.throwIfAborted();
      }
      asked.push(...request.policyIds);
      return read(request, options);
    };
    const run = async () => {
      abort = new AbortController();
      asked = [];
      await simulation.run('onCall.shifts', abort.signal);
      simulation.skip(1);
      return asked;
    };
    const unread = new Set(policyIds);
    for (let runs = 0; runs < 30 && unread.size > 0; runs++) {
      (await run()).forEach(policyId => unread.delete(policyId));
    }
    expect([...unread]).toEqual([]);

    simulation.skip(20);
    const first = (await run()).slice();
    const second = await run();
    expect(first.length).toBeGreaterThan(0);
    expect(second.filter(policyId => first.includes(policyId))).toEqual([]);
  });
});
