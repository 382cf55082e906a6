import {
  resolutionTimes,
  responseCohorts,
} from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
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

describe('reading an on-call account', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('into %s', databaseId => {
    async function simulate(sources: FakeOnCallSource[]) {
      const knex = await databases.init(databaseId);
      return { knex, ...(await simulateOnCall({ knex, start, sources })) };
    }
    type Simulation = Awaited<ReturnType<typeof simulate>>;

    const storedIds = async ({ knex }: Simulation, table: string) =>
      (await knex(table).orderBy('id')).map(row => row.id);
    const recordsOf = async ({ stores }: Simulation) =>
      new Map(
        (
          await stores.incidents.listConcerning(
            id,
            { serviceIds: ['PCHECKO'] },
            new Date(daysBefore(400)),
          )
        ).map(record => [record.incident.id, record]),
      );
    const progress = async ({ sources }: Simulation) =>
      (await sources()).sources
        .find(source => source.id === id)
        ?.tasks.find(({ name }) => name.startsWith('onCall.history'))?.progress;

    it('waits for the directory, then reads everything', async () => {
      const source = smallAccount();
      source.put(
        incident('QOPEN', minutesBefore(10), [[3, 'acknowledge', 'PADA']]),
      );
      source.put(
        incident('QOLD', daysBefore(50), [
          [4, 'acknowledge', 'PADA'],
          [30, 'resolve', 'PADA'],
        ]),
      );
      source.put(
        incident('QTOOOLD', daysBefore(91), [[30, 'resolve', 'PADA']]),
      );
      const simulation = await simulate([source]);

      await simulation.run('onCall.incidents');
      await simulation.run('onCall.shifts');
      expect(source.reads).toEqual([]);
      await simulation.run('onCall.directory');
      expect(simulation.woken).toEqual([
        `onCall.incidents:${id}`,
        `onCall.shifts:${id}`,
        `onCall.history:${id}`,
      ]);
      await simulation.run();

      const records = await recordsOf(simulation);
      expect([...records.keys()].sort()).toEqual(['QOLD', 'QOPEN']);
      expect(records.get('QOLD')).toEqual(source.records.get('QOLD'));
      expect(records.get('QOPEN')).toEqual(source.records.get('QOPEN'));
      expect(await progress(simulation)).toBe(1);
    });

    it('leaves the same rows when everything is read twice', async () => {
      const source = smallAccount();
      source.put(incident('Q1', minutesBefore(2), []));
      const simulation = await simulate([source]);
      await simulation.run();
      await simulation.run();
      const before = {
        incidents: await storedIds(simulation, 'incidents'),
        events: await storedIds(simulation, 'incident_events'),
        shifts: await simulation
          .knex('on_call_shifts')
          .orderBy(['level', 'starts_at']),
      };
      simulation.skip(11);
      await simulation.run();
      expect({
        incidents: await storedIds(simulation, 'incidents'),
        events: await storedIds(simulation, 'incident_events'),
        shifts: await simulation
          .knex('on_call_shifts')
          .orderBy(['level', 'starts_at']),
      }).toEqual(before);
      // Of Alan, who is permanent, ninety days in three slices before he was seen.
      expect(
        before.shifts.map(row => [
          row.responder_id,
          Boolean(row.reconstructed),
        ]),
      ).toEqual([
        ['PADA', false],
        ...Array(3).fill(['PALAN', true]),
        ['PALAN', false],
      ]);
    });

    it('reads directory and shifts when they are due, incidents at each turn', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      await simulation.run();
      source.reads.length = 0;
      for (let minute = 0; minute < 20; minute++) {
        simulation.skip(1);
        await simulation.run();
      }
      expect({
        directory: source.count('readDirectory'),
        shifts: source.count('readShifts'),
        open: source.count('readOpenIncidents'),
        changes: source.count('readChanges'),
      }).toEqual({ directory: 2, shifts: 4, open: 20, changes: 20 });
    });

    it('makes as many reads for 50 services as for one', async () => {
      const readsFor = async (services: number) => {
        const source = smallAccount();
        const [first] = source.directory.services;
        source.directory.services = Array.from(
          { length: services },
          (_, index) => ({ ...first, id: `PSERV${index}` }),
        );
        const simulation = await simulate([source]);
        await simulation.run();
        await simulation.run();
        return source.reads;
      };
      expect(await readsFor(50)).toEqual(await readsFor(1));
    });

    it('reads a changed incident once, however often its entries come again', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      source.put(incident('Q1', start.toISOString(), []));
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect(source.idsRead).toEqual(['Q1']);

      source.put(
        incident('Q1', start.toISOString(), [[1.5, 'acknowledge', 'PADA']]),
      );
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect(source.idsRead).toEqual(['Q1', 'Q1']);
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect(source.idsRead).toEqual(['Q1', 'Q1']);
      expect((await recordsOf(simulation)).get('Q1')).toEqual(
        source.records.get('Q1'),
      );
    });

    it('finds an entry that shows up late', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      simulation.skip(3);
      await simulation.run('onCall.changes');
      source.put(incident('QLATE', start.toISOString(), []));
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incidents')).toEqual(['QLATE']);
    });

    it('goes on where the feed was left after a pause of a day, in pieces', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      source.put(
        incident('Q1', start.toISOString(), [
          [5, 'acknowledge', 'PADA'],
          [20, 'resolve', 'PADA'],
        ]),
      );
      simulation.skip(24 * 60);
      source.stretches.length = 0;
      await simulation.run('onCall.changes');
      expect(source.stretches).toHaveLength(4);
      expect((await recordsOf(simulation)).get('Q1')).toEqual(
        source.records.get('Q1'),
      );
    });

    it('counts an incident that was created seven months ago and is resolved today', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      await simulation.run();
      const createdAt = new Date(start.getTime() - 7 * 30 * 86_400_000);
      const minutes = (start.getTime() - createdAt.getTime()) / 60_000;
      // Neither open when it was first looked for, nor in what is filled in.
      source.put(
        incident('QOLD', createdAt.toISOString(), [
          [minutes + 0.5, 'resolve', 'PADA'],
        ]),
      );
      simulation.skip(2);
      await simulation.run('onCall.changes');
      const overlapping = await simulation.stores.incidents.listOverlapping(
        id,
        ['PCHECKO'],
        { from: start, to: new Date(start.getTime() + 60_000), most: 10 },
      );
      expect(overlapping).toEqual([
        expect.objectContaining({
          id: 'QOLD',
          status: 'resolved',
          resolvedAt: new Date(start.getTime() + 30_000).toISOString(),
        }),
      ]);

      const period = {
        from: new Date(start.getTime() - 30 * 86_400_000),
        to: new Date(start.getTime() + 60_000),
      };
      const { created, concluded } = responseCohorts(
        await simulation.stores.incidents.listConcerning(
          id,
          { serviceIds: ['PCHECKO'] },
          period.from,
        ),
        period,
      );
      expect(created).toEqual([]);
      expect(resolutionTimes(concluded, { targetSeconds: 1800 }).n).toBe(1);
    });

    it('loses nothing when it dies between reading and storing', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      source.put(
        incident('Q1', start.toISOString(), [[0.5, 'resolve', 'PADA']]),
      );
      simulation.skip(1);
      source.beforeRead = read => {
        if (read === 'readIncidentsById') {
          throw new Error('the connection broke');
        }
      };
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incidents')).toEqual([]);
      source.beforeRead = () => {};
      await simulation.run('onCall.changes');
      expect((await recordsOf(simulation)).get('Q1')).toEqual(
        source.records.get('Q1'),
      );
    });

    it('goes on where a run was cut off in a storm of changes', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      const storm = Array.from({ length: 120 }, (_, index) =>
        incident(
          `Q${index}`,
          new Date(start.getTime() + index * 1000).toISOString(),
          [],
        ),
      );
      storm.forEach(record => source.put(record));
      simulation.skip(3);
      const cut = async (reads: number) => {
        const abort = new AbortController();
        const before = source.count('readIncidentsById');
        source.beforeRead = () => {
          if (source.count('readIncidentsById') === before + reads) {
            abort.abort(new Error('out of time'));
          }
        };
        await simulation.run('onCall.changes', abort.signal);
        source.beforeRead = () => {};
      };
      await cut(1);
      expect(await storedIds(simulation, 'incidents')).toHaveLength(50);
      expect(await simulation.stores.cursors.get(id, 'changes')).toEqual(
        new Date(start.getTime() + 50_000),
      );
      await cut(1);
      // Half as many at a time, after a run that was cut off.
      expect(await storedIds(simulation, 'incidents')).toHaveLength(75);
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incidents')).toHaveLength(120);
      expect(await storedIds(simulation, 'incident_events')).toHaveLength(120);
      expect(source.idsRead).toHaveLength(120);
    });

    it('skips an incident that cannot be read, says so, and gives up on it after an hour', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      source.put(incident('QBAD', start.toISOString(), []));
      source.put(incident('QGOOD', start.toISOString(), []));
      source.unreadableIds.add('QBAD');
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incidents')).toEqual(['QGOOD']);
      const { sources } = await simulation.sources();
      const account = sources.find(each => each.id === id);
      expect(account?.lastError).toBeUndefined();
      expect(JSON.stringify(account)).toContain(
        'GET /incidents/QBAD answered 403',
      );

      simulation.skip(30);
      await simulation.run('onCall.changes');
      expect(await storedIds(simulation, 'incident_events')).toEqual([
        'QGOOD-0',
      ]);
      expect(source.idsRead.filter(each => each === 'QGOOD')).toHaveLength(2);

      simulation.skip(30);
      await simulation.run('onCall.changes');
      source.idsRead.length = 0;
      await simulation.run('onCall.changes');
      expect(source.idsRead).toEqual([]);
    });

    it('reads an incident after all that could not be read for half an hour', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      source.put(incident('QBAD', start.toISOString(), [[1, 'resolve']]));
      source.unreadableIds.add('QBAD');
      for (let turn = 0; turn < 3; turn++) {
        simulation.skip(10);
        await simulation.run('onCall.changes');
      }
      expect(await storedIds(simulation, 'incidents')).toEqual([]);
      source.unreadableIds.clear();
      simulation.skip(1);
      await simulation.run('onCall.changes');
      expect((await recordsOf(simulation)).get('QBAD')).toEqual(
        source.records.get('QBAD'),
      );
    });

    it('closes what is open here and resolved there, whatever the feed missed', async () => {
      const source = smallAccount();
      source.put(incident('Q1', minutesBefore(10), []));
      const simulation = await simulate([source]);
      await simulation.run('onCall.directory');
      await simulation.run('onCall.incidents');
      expect(await simulation.stores.incidents.listOpenIds(id)).toEqual(['Q1']);
      source.put(incident('Q1', minutesBefore(10), [[9, 'resolve', 'PADA']]));
      await simulation.run('onCall.incidents');
      expect(await simulation.stores.incidents.listOpenIds(id)).toEqual([]);
    });

    it('forgets open incidents that do not exist there any more, not those that cannot be read', async () => {
      const source = smallAccount();
      const ids = Array.from({ length: 60 }, (_, index) => `Q${index + 10}`);
      ids.forEach(each => source.put(incident(each, minutesBefore(3), [])));
      source.put(incident('QHIDDEN', minutesBefore(10), []));
      const simulation = await simulate([source]);
      await simulation.run('onCall.directory');
      await simulation.run('onCall.incidents');
      await simulation.run('onCall.changes');
      expect(await simulation.stores.incidents.listOpenIds(id)).toHaveLength(
        61,
      );
      ids.forEach(each => source.records.delete(each));
      source.put(
        incident('QHIDDEN', minutesBefore(10), [[9, 'resolve', 'PADA']]),
      );
      source.unreadableIds.add('QHIDDEN');
      await simulation.run('onCall.incidents');
      expect(await simulation.stores.incidents.listOpenIds(id)).toEqual([
        'QHIDDEN',
      ]);
      expect(await storedIds(simulation, 'incidents')).toEqual(['QHIDDEN']);
      expect(await storedIds(simulation, 'incident_events')).toEqual([]);
      const { sources } = await simulation.sources();
      expect(JSON.stringify(sources)).toContain(
        'GET /incidents/QHIDDEN answered 403',
      );
    });

    it('fills in history newest first, keeps each day and resumes', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run('onCall.directory');
      await simulation.run('onCall.changes');
      expect(simulation.woken).toContain(`onCall.history:${id}`);
      source.stretches.length = 0;
      let left = 20;
      source.beforeRead = () => {
        left -= 1;
        if (left < 0) {
          throw new Error('the connection broke');
        }
      };
      await simulation.run('onCall.history');
      const days = () =>
        source.stretches
          .filter(({ read }) => read === 'readIncidents')
          .map(({ since }) => since.toISOString());
      expect(days()).toEqual(
        Array.from({ length: 10 }, (_, day) => daysBefore(day + 1)),
      );

      source.beforeRead = () => {};
      await simulation.run('onCall.history');
      expect(days()).toEqual(
        Array.from({ length: 90 }, (_, day) => daysBefore(day + 1)),
      );
      expect(await progress(simulation)).toBe(1);

      source.reads.length = 0;
      await simulation.run('onCall.history');
      expect(source.reads).toEqual([]);
    });

    it.each([
      { task: 'changes', longestHours: 2 },
      { task: 'history', longestHours: 10 },
    ])(
      'comes to an end of the $task where a run has time for $longestHours hours only',
      async ({ task, longestHours }) => {
        const source = smallAccount();
        const simulation = await simulate([source]);
        await simulation.run('onCall.directory');
        await simulation.run('onCall.changes');
        simulation.skip(24 * 60);
        if (task === 'history') {
          await simulation.run('onCall.changes');
        }
        source.put(incident('Q1', daysBefore(80), [[5, 'resolve', 'PADA']]));
        source.put(incident('Q2', start.toISOString(), [[5, 'resolve']]));
        let abort = new AbortController();
        const read = source.readChanges.bind(source);
        source.readChanges = async (stretch, options) => {
          const hours = (Number(stretch.until) - Number(stretch.since)) / 3.6e6;
          if (hours > longestHours) {
            abort.abort(new Error('out of time'));
            options.signal.throwIfAborted();
          }
          return read(stretch, options);
        };
        const cursor = () =>
          simulation.stores.cursors.get(
            id,
            task === 'changes' ? 'changes' : 'history_start',
          );
        const goal = task === 'changes' ? daysBefore(-1) : daysBefore(90);
        let runs = 0;
        while ((await cursor())?.toISOString() !== goal && runs < 600) {
          abort = new AbortController();
          await simulation.run(`onCall.${task}`, abort.signal);
          runs += 1;
        }
        expect((await cursor())?.toISOString()).toBe(goal);
        expect(await storedIds(simulation, 'incidents')).toEqual([
          task === 'changes' ? 'Q2' : 'Q1',
        ]);
      },
    );

    it('stops when told to and says so', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      const abort = new AbortController();
      await simulation.run('onCall.directory');
      await simulation.run('onCall.changes');
      source.beforeRead = () => {
        if (source.count('readIncidents') === 3) {
          abort.abort(new Error('out of time'));
        }
      };
      await simulation.run('onCall.history', abort.signal);
      const { sources } = await simulation.sources();
      const account = sources.find(each => each.id === id);
      expect(
        account?.tasks.find(({ name }) => name === `onCall.history:${id}`)
          ?.lastError,
      ).toMatch(/cut off.*out of time/);
      const reads = source.reads.length;
      await simulation.run('onCall', abort.signal);
      expect(source.reads).toHaveLength(reads);
    });

    it('keeps what it has when the account fails, and reads the other account', async () => {
      const broken = smallAccount('default');
      const working = smallAccount('emea');
      const simulation = await simulate([broken, working]);
      await simulation.run();
      await simulation.run();
      broken.beforeRead = () => {
        throw new Error('403: the token lacks incidents.read');
      };
      simulation.skip(11);
      working.reads.length = 0;
      await simulation.run();
      expect(working.reads).toContain('readDirectory');
      const { sources } = await simulation.sources();
      expect(
        sources
          .filter(({ type }) => type === 'pagerduty')
          .map(({ id: of, state, lastError }) => [
            of,
            state,
            lastError?.message,
          ]),
      ).toEqual([
        ['pagerduty:default', 'failing', '403: the token lacks incidents.read'],
        ['pagerduty:emea', 'ok', undefined],
      ]);
      expect(
        await simulation.stores.directory.listServiceIds('pagerduty:default'),
      ).toEqual(['PCHECKO']);
    });

    it('keeps last week’s shifts as they were when the schedule is edited', async () => {
      const source = smallAccount();
      const simulation = await simulate([source]);
      await simulation.run();
      await simulation.run();
      const [ada, alan] = source.shifts;
      source.shifts = [{ ...ada, responderId: 'PALAN' }, alan];
      simulation.skip(10);
      await simulation.run('onCall.shifts');
      const rows = await simulation
        .knex('on_call_shifts')
        .where({ level: 1 })
        .orderBy('starts_at');
      expect(
        rows.map(row => [row.responder_id, row.starts_at, row.ends_at]),
      ).toEqual([
        ['PADA', ada.start, '2026-03-18T10:10:00.000Z'],
        ['PALAN', '2026-03-18T10:00:00.000Z', ada.end],
      ]);
    });

    it('forgets services that are gone, and incidents after 400 days', async () => {
      const source = smallAccount();
      source.put(incident('Q1', minutesBefore(10), [[5, 'resolve', 'PADA']]));
      const simulation = await simulate([source]);
      await simulation.run();
      await simulation.run();
      expect(await storedIds(simulation, 'incidents')).toEqual(['Q1']);
      source.directory = { services: [], policies: [], responders: [] };
      source.records.clear();
      simulation.skip(401 * 24 * 60);
      await simulation.run('onCall.directory');
      expect(await storedIds(simulation, 'incidents')).toEqual([]);
      expect(await storedIds(simulation, 'incident_events')).toEqual([]);
      expect(await storedIds(simulation, 'on_call_directory')).toEqual([]);
    });
  });
});
