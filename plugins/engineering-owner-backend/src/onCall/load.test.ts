import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  IncidentEvent,
  OnCallShift,
} from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
  user,
} from '../__testUtils__/onCallSimulation';
import { getOnCall } from './getOnCall';

const start = new Date('2026-03-18T10:00:00.000Z');
const day = 86_400_000;
const hours = (count: number) =>
  new Date(start.getTime() + count * 3_600_000).toISOString();

const checkout = component(
  'checkout',
  { 'pagerduty.com/service-id': 'PCHECKO' },
  { owner: 'user:default/ada' },
);
const ada = user('ada', 'ada@example.test');

function shift(
  responderId: string,
  from: number,
  to: number,
  rest: Partial<OnCallShift> = {},
): OnCallShift {
  return {
    policyId: 'PPOLICY',
    level: 1,
    responderId,
    scheduleId: 'PSCHED1',
    scheduleName: 'Primary',
    start: hours(from),
    end: hours(to),
    ...rest,
  };
}

function paged(id: string, at: string, responderId: string, serviceId: string) {
  const record = incident(id, at, [[30, 'resolve', responderId]], {
    serviceId,
  });
  const page: IncidentEvent = {
    id: `${id}-page`,
    incidentId: id,
    at,
    kind: 'notify',
    agent: { type: 'service' },
    channel: 'sms',
    responderIds: [responderId],
  };
  return { ...record, events: [...record.events, page] };
}

describe('the load of who is on call', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function simulate(
      persons: AuthorizeResult.ALLOW | AuthorizeResult.DENY,
    ) {
      const knex = await databases.init(databaseId);
      const source = smallAccount();
      const [service] = source.directory.services;
      source.directory.services = [
        service,
        { ...service, id: 'PSEARCH', name: 'Search' },
        { ...service, id: 'POTHER', escalationPolicyId: undefined },
      ];
      // A week of Ada, then ten days of Alan, of whom two hours are seen.
      source.shifts = [
        shift('PADA', -24 * 9, -24 * 2),
        shift('PALAN', -24 * 2, 24 * 8),
      ];
      source.put(paged('Q1', hours(-24 * 3), 'PADA', 'PCHECKO'));
      source.put(paged('Q2', hours(-24 * 3.5), 'PADA', 'PSEARCH'));
      source.put(paged('Q3', hours(-24 * 3), 'PADA', 'POTHER'));
      const simulation = await simulateOnCall({
        knex,
        start,
        sources: [source],
        entities: [checkout, ada],
        permissions: mockServices.permissions({ result: persons }),
      });
      await simulation.run();
      await simulation.run();
      return { simulation, source, knex };
    }

    it('is of all services of the policies, and says what of it was reconstructed', async () => {
      const { simulation } = await simulate(AuthorizeResult.DENY);
      const { load } = await simulation.onCallOf(checkout);
      expect(load).toHaveLength(1);
      const [{ team, policies, persons }] = load!;
      expect(persons).toBeUndefined();
      expect(policies).toEqual([{ id: 'PPOLICY', name: 'Storefront' }]);
      expect(team.interruptions).toMatchObject({
        n: 2,
        byHourClass: { off_hours: 1, sleep: 1 },
      });
      // Nine days at the first level are 18 shifts; seven of them were read later.
      expect(team.pagesPerShift).toMatchObject({ n: 2, shifts: 18 });
      expect(team.pagesPerShift.reconstructedRatio).toBeCloseTo(7 / 9);
      expect(team.onCallShare).toMatchObject({ n: 2, over: 0 });
      expect(team.noise).toMatchObject({ n: 0, of: 2 });
    });

    it('is told by person to who may see it', async () => {
      const { simulation } = await simulate(AuthorizeResult.ALLOW);
      const { load } = await simulation.onCallOf(checkout);
      expect(
        load?.[0].persons?.map(({ person, pagesPerShift }) => [
          person.name,
          person.entityRef,
          pagesPerShift.n,
        ]),
      ).toEqual([
        ['Ada Lovelace', 'user:default/ada', 2],
        ['Alan Turing', undefined, 0],
      ]);
    });

    it('is told by person to that person alone, on their own page', async () => {
      const { simulation } = await simulate(AuthorizeResult.DENY);
      const namesSeenBy = async (userEntityRef: string) => {
        const { load } = await getOnCall(
          {
            entity: ada,
            entityRef: 'user:default/ada',
            credentials: mockCredentials.user(userEntityRef),
          },
          simulation.stores,
        );
        return load?.map(({ persons, ownOnly }) => ({
          names: persons?.map(({ person }) => person.name),
          ownOnly,
        }));
      };
      expect(await namesSeenBy('user:default/alan')).toEqual([{}]);
      expect(await namesSeenBy('user:default/ada')).toEqual([
        { names: ['Ada Lovelace'], ownOnly: true },
      ]);
      // Nor does she see the others', or hers, elsewhere.
      expect(await namesSeenBy('user:default/alan')).toEqual([{}]);
      const { load } = await simulation.onCallOf(checkout);
      expect(load?.[0].persons).toBeUndefined();
    });

    it('keeps the pages of a service that changed its policy, and those since a delegation', async () => {
      const { simulation, source } = await simulate(AuthorizeResult.DENY);
      const pages = async () =>
        (await simulation.onCallOf(checkout)).load?.[0].team.interruptions.n;
      for (const [id, { incident: each }] of source.records) {
        const policyId = id === 'Q3' ? 'PNEW' : 'PPOLICY';
        source.records.get(id)!.incident = { ...each, policyId };
      }
      await simulation.stores.incidents.save(
        'pagerduty:default',
        [...source.records.values()].map(each => each.incident),
      );
      expect(await pages()).toBe(2);

      // Search is another team's from now on; nobody was paged less before.
      const [first, search, other] = source.directory.services;
      source.directory.services = [
        first,
        { ...search, escalationPolicyId: 'PNEW' },
        other,
      ];
      simulation.skip(10);
      await simulation.run();
      expect(await pages()).toBe(2);

      // Theirs is delegated here, and pages Ada from then on.
      const at = hours(-1);
      const delegated = paged('Q4', at, 'PADA', 'POTHER');
      await simulation.stores.incidents.save('pagerduty:default', [
        { ...delegated.incident, policyId: 'PPOLICY' },
      ]);
      await simulation.stores.incidents.saveEvents('pagerduty:default', [
        ...delegated.events,
        { ...delegated.events[0], id: 'Q4-delegate', kind: 'delegate' },
      ]);
      simulation.skip(2);
      expect(await pages()).toBe(3);
    });

    it('is never fine while incidents were not read, or not of the whole period', async () => {
      const { simulation, source, knex } = await simulate(AuthorizeResult.DENY);
      source.records.clear();
      await knex('incidents').delete();
      await knex('incident_events').delete();
      const tones = async () => {
        simulation.skip(2);
        const { load } = await simulation.onCallOf(checkout);
        const { pagesPerShift, sleepPages, noise } = load![0].team;
        return [pagesPerShift, sleepPages, noise].map(each => each.tone);
      };
      // All was read, and nothing was there.
      expect(await tones()).toEqual(['fine', 'fine', 'unknown']);

      const cursors = knex('on_call_cursors');
      await cursors
        .clone()
        .where({ name: 'history_start' })
        .update({ at: hours(-24 * 20) });
      expect(await tones()).toEqual(['unknown', 'unknown', 'unknown']);
      simulation.skip(2);
      const { load } = await simulation.onCallOf(checkout);
      expect(load![0].team.sleepPages).toMatchObject({
        partial: true,
        period: { from: hours(-24 * 20) },
      });

      await cursors.clone().delete();
      expect(await tones()).toEqual(['unknown', 'unknown', 'unknown']);
    });

    it('looks back 90 days in slices of 30, once for each policy', async () => {
      const { simulation, source, knex } = await simulate(AuthorizeResult.DENY);
      // One reading of who is on call now and to come, and three of the past.
      expect(source.count('readShifts')).toBe(4);
      expect(await knex('on_call_readings')).toEqual([
        expect.objectContaining({
          first_read_at: start.toISOString(),
          known_from: new Date(start.getTime() - 90 * day).toISOString(),
        }),
      ]);
      const past = () =>
        knex('on_call_shifts')
          .where({ reconstructed: true })
          .orderBy('starts_at');
      expect(
        (await past()).map(row => [
          row.responder_id,
          row.starts_at,
          row.ends_at,
        ]),
      ).toEqual([['PADA', hours(-24 * 9), hours(-24 * 2)]]);

      // Today's rules are others; what was seen and what was told stays.
      const before = await past();
      source.shifts = [shift('PEVE', -24 * 90, 24 * 30)];
      simulation.skip(10);
      await simulation.run('onCall.shifts');
      await simulation.run('onCall.pastShifts');
      expect(source.count('readShifts')).toBe(5);
      expect(await past()).toEqual(before);
    });

    it('leaves last week as it was seen when the schedule is edited today', async () => {
      const { simulation, source } = await simulate(AuthorizeResult.ALLOW);
      const secondsOf = async () => {
        simulation.skip(2);
        const { load } = await simulation.onCallOf(checkout);
        return load![0].persons!.map(({ responderId, onCallShare }) => [
          responderId,
          onCallShare.seconds / 3600,
          onCallShare.reconstructedRatio,
        ]);
      };
      // The edit says that it was always Eve, and that Grace always is.
      source.shifts = [
        shift('PEVE', -24 * 90, 24 * 30),
        shift('PGRACE', 0, 0, {
          level: 2,
          scheduleId: undefined,
          start: null,
          end: null,
        }),
      ];
      simulation.skip(10);
      await simulation.run('onCall.shifts');
      await simulation.run('onCall.pastShifts');
      const [week, tenMinutes] = [24 * 7, 10 / 60];
      const after = Object.fromEntries(
        (await secondsOf()).map(([id, ...rest]) => [id, rest]),
      );
      expect(after.PADA).toEqual([week, 1]);
      expect(after.PALAN[0]).toBeCloseTo(24 * 2 + tenMinutes);
      // Two minutes since the edit, and Eve ten since the last look before it.
      expect(after.PEVE[0]).toBeCloseTo(tenMinutes + 2 / 60);
      expect(after.PGRACE[0]).toBeCloseTo(2 / 60);
      expect(after.PGRACE[1]).toBe(0);
    });

    it('has somebody permanent from when they are first seen, before that by what was told', async () => {
      const { simulation, source, knex } = await simulate(AuthorizeResult.DENY);
      source.shifts = [
        shift('PGRACE', 0, 0, {
          policyId: 'PNEW',
          scheduleId: undefined,
          start: null,
          end: null,
        }),
      ];
      source.directory.services.push({
        ...source.directory.services[0],
        id: 'PNEWSVC',
        escalationPolicyId: 'PNEW',
      });
      simulation.skip(10);
      await simulation.run();
      const at = new Date(start.getTime() + 10 * 60_000);
      const rows = await knex('on_call_shifts')
        .where({ policy_id: 'PNEW' })
        .orderBy('starts_at');
      expect(
        rows.map(row => [
          row.starts_at,
          row.ends_at,
          Boolean(row.reconstructed),
        ]),
      ).toEqual([
        ...[90, 60, 30].map(days => [
          new Date(at.getTime() - days * day).toISOString(),
          new Date(at.getTime() - (days - 30) * day).toISOString(),
          true,
        ]),
        [at.toISOString(), null, false],
      ]);
    });

    it('ends with their last reading the shifts of a policy that no service uses any more', async () => {
      const { simulation, source, knex } = await simulate(AuthorizeResult.DENY);
      const rows = async () =>
        (
          await knex('on_call_shifts')
            .where({ policy_id: 'PPOLICY', reconstructed: false })
            .orderBy('starts_at')
        ).map(row => [row.responder_id, row.starts_at, row.ends_at]);
      source.shifts = [
        shift('PALAN', -24 * 2, 24 * 8),
        shift('PADA', 24 * 8, 24 * 15),
        shift('PLEAD', 0, 0, { level: 2, scheduleId: undefined, end: null }),
      ];
      simulation.skip(10);
      await simulation.run();
      expect(await rows()).toHaveLength(3);

      const services = source.directory.services;
      source.directory.services = services.map(each => ({
        ...each,
        escalationPolicyId: undefined,
      }));
      simulation.skip(30);
      await simulation.run();
      const ended = [
        ['PALAN', hours(-24 * 2), hours(1 / 6)],
        ['PLEAD', hours(0), hours(1 / 6)],
      ];
      expect(await rows()).toEqual(ended);
      simulation.skip(60);
      await simulation.run();
      expect(await rows()).toEqual(ended);

      // Used again: from when it was last seen to be so, without waiting.
      source.directory.services = services;
      simulation.skip(10);
      await simulation.run('onCall.directory');
      await simulation.run('onCall.shifts');
      expect((await rows()).slice(2)).toEqual([
        ['PALAN', hours(1 / 6), hours(24 * 8)],
        ['PLEAD', hours(1 / 6), null],
        ['PADA', hours(24 * 8), hours(24 * 15)],
      ]);
    });

    it('goes on where it was cut off', async () => {
      const { simulation, source, knex } = await simulate(AuthorizeResult.DENY);
      await knex('on_call_shifts').where({ reconstructed: true }).delete();
      await knex('on_call_readings').update({ known_from: null });
      source.beforeRead = read => {
        if (read === 'readShifts' && source.count(read) === 5) {
          throw new Error('cut off');
        }
      };
      await simulation.run('onCall.pastShifts');
      expect(source.count('readShifts')).toBe(5);
      source.beforeRead = () => {};
      await simulation.run('onCall.pastShifts');
      expect(source.count('readShifts')).toBe(7);
      expect(
        await knex('on_call_shifts').where({ reconstructed: true }),
      ).toHaveLength(1);
    });
  });
});
