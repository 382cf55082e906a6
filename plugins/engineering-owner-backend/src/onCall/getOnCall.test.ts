import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  OnCallDirectory,
  onCallVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { FakeAlertSource } from '../__testUtils__/FakeAlertSource';
import { FakeOnCallSource } from '../__testUtils__/FakeOnCallSource';
import {
  component,
  incident,
  simulateOnCall,
  smallAccount,
  user,
} from '../__testUtils__/onCallSimulation';
import { getOnCall } from './getOnCall';

const start = new Date('2026-03-18T10:00:00.000Z');
const minutesBefore = (minutes: number) =>
  new Date(start.getTime() - minutes * 60_000).toISOString();
const daysBefore = (days: number) => minutesBefore(days * 24 * 60);

const checkout = component('checkout', {
  'pagerduty.com/service-id': 'PCHECKO',
});
const ada = user('ada', 'ada@example.test');
const alan = user('alan', 'alan@example.test');

describe('getOnCall', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function simulate(
      options: {
        sources?: FakeOnCallSource[];
        alertSources?: FakeAlertSource[];
        entities?: Entity[];
        hidden?: string[];
        config?: { onCall: { targets: { mtta: string } } };
      } = {},
    ) {
      const knex = await databases.init(databaseId);
      return simulateOnCall({
        knex,
        start,
        sources: [smallAccount()],
        entities: [checkout, ada, alan],
        ...options,
      });
    }
    /** Twice, since some tasks wait for others. */
    async function readAll(simulation: Awaited<ReturnType<typeof simulate>>) {
      await simulation.run();
      await simulation.run();
    }

    it('says who is on call at each level, with their User', async () => {
      const simulation = await simulate();
      await readAll(simulation);
      const { escalation, services, sections, problems } =
        await simulation.onCallOf(checkout);
      const source = { type: 'pagerduty', name: 'default' };
      expect(escalation).toEqual([
        {
          policy: { id: 'PPOLICY', name: 'Storefront' },
          source,
          serviceIds: ['PCHECKO'],
          levels: [
            {
              level: 1,
              delayMinutes: 5,
              onCall: [
                {
                  person: {
                    responderId: 'PADA',
                    name: 'Ada Lovelace',
                    entityRef: 'user:default/ada',
                    timeZone: 'Europe/London',
                  },
                  schedule: { id: 'PSCHED1', name: 'Primary' },
                  from: '2026-03-16T09:00:00.000Z',
                  to: '2026-05-01T09:00:00.000Z',
                },
              ],
              gaps: [],
              coverage: 'covered',
            },
            {
              level: 2,
              delayMinutes: 15,
              onCall: [
                {
                  person: {
                    responderId: 'PALAN',
                    name: 'Alan Turing',
                    entityRef: 'user:default/alan',
                  },
                  from: start.toISOString(),
                  to: null,
                },
              ],
              gaps: [],
              coverage: 'permanent',
            },
          ],
          coverage: expect.objectContaining({
            period: {
              from: start.toISOString(),
              to: new Date(start.getTime() + 28 * 86_400_000).toISOString(),
            },
            tone: 'look_today',
            permanent: [expect.objectContaining({ name: 'Alan Turing' })],
          }),
        },
      ]);
      expect(services).toEqual([
        {
          id: 'PCHECKO',
          source,
          found: true,
          name: 'Checkout',
          url: 'https://demo.pagerduty.com/PCHECKO',
          status: 'active',
        },
      ]);
      const asOf = start.toISOString();
      expect(sections).toEqual({
        incidents: { state: 'ok', asOf },
        escalation: { state: 'ok', asOf },
        alerts: { state: 'not_configured' },
      });
      expect(problems).toEqual([]);
    });

    it('never tells an e-mail address, nor the User whom the caller may not read', async () => {
      const simulation = await simulate({ hidden: ['user:default/ada'] });
      await readAll(simulation);
      const answer = await simulation.onCallOf(checkout);
      const [first, second] = answer.escalation[0].levels;
      expect(first.onCall[0].person).toEqual({
        responderId: 'PADA',
        name: 'Ada Lovelace',
        timeZone: 'Europe/London',
      });
      expect(second.onCall[0].person.entityRef).toBe('user:default/alan');
      expect(JSON.stringify(answer)).not.toMatch(/@/);
    });

    it('names no User where two have the same address', async () => {
      const simulation = await simulate({
        entities: [checkout, ada, user('twin', 'ADA@example.test')],
      });
      await readAll(simulation);
      const { escalation } = await simulation.onCallOf(checkout);
      expect(escalation[0].levels[0].onCall[0].person).not.toHaveProperty(
        'entityRef',
      );
    });

    it('orders open incidents by need and shows who acknowledged', async () => {
      const source = smallAccount();
      source.put(
        incident('QACK', minutesBefore(60), [[3, 'acknowledge', 'PADA']], {
          assignees: [{ id: 'PGONE', name: 'Gone Person' }],
        }),
      );
      source.put(incident('QNEW', minutesBefore(7), []));
      const simulation = await simulate({ sources: [source] });
      await readAll(simulation);
      const answer = await simulation.onCallOf(checkout);
      expect(answer.incidents.open.map(({ id }) => id)).toEqual([
        'QNEW',
        'QACK',
      ]);
      expect(answer.incidents.open[1]).toEqual(
        expect.objectContaining({
          service: { id: 'PCHECKO', name: 'Checkout' },
          status: 'acknowledged',
          acknowledgedAt: minutesBefore(57),
          acknowledgedBy: expect.objectContaining({
            entityRef: 'user:default/ada',
          }),
          assignees: [{ responderId: 'PGONE', name: 'Gone Person' }],
        }),
      );
      expect(onCallVerdict(answer, { now: start, targetSeconds: 300 })).toEqual(
        expect.objectContaining({ code: 'unacknowledged_past_target' }),
      );
    });

    it('tells since when a reopened incident is open, and what it took without the time it lay resolved', async () => {
      const source = smallAccount();
      const fiveDays = 5 * 24 * 60;
      source.put(
        incident(
          'QOPEN',
          minutesBefore(fiveDays + 10),
          [
            [4, 'acknowledge', 'PADA'],
            [5, 'resolve', 'PADA'],
            [fiveDays + 3, 'trigger'],
          ],
          { status: 'triggered', resolvedAt: undefined },
        ),
      );
      source.put(
        incident(
          'QOVER',
          minutesBefore(fiveDays + 60),
          [
            [5, 'resolve', 'PADA'],
            [fiveDays, 'reopen', 'PADA'],
            [fiveDays + 2, 'acknowledge', 'PADA'],
            [fiveDays + 20, 'resolve', 'PADA'],
          ],
          { resolvedAt: minutesBefore(40) },
        ),
      );
      const simulation = await simulate({ sources: [source] });
      await readAll(simulation);
      const answer = await simulation.onCallOf(checkout);
      expect(answer.incidents.open).toEqual([
        expect.objectContaining({
          id: 'QOPEN',
          createdAt: minutesBefore(fiveDays + 10),
          reopenedAt: minutesBefore(7),
        }),
      ]);
      expect(answer.incidents.recent).toEqual([
        expect.objectContaining({
          id: 'QOVER',
          reopenedAt: minutesBefore(60),
          acknowledgedAfterSeconds: 7 * 60,
          resolvedAfterSeconds: 25 * 60,
        }),
      ]);
      // The cards say the same.
      const card = await getOnCall(
        {
          entity: checkout,
          entityRef: 'component:default/checkout',
          credentials: mockCredentials.user(),
        },
        simulation.stores,
        'now',
      );
      expect(card.incidents.open[0].reopenedAt).toBe(minutesBefore(7));
    });

    it('computes response times of the incidents created in 30 days', async () => {
      const source = smallAccount();
      source.put(
        incident('Q1', daysBefore(1), [
          [2, 'acknowledge', 'PADA'],
          [20, 'resolve', 'PADA'],
        ]),
      );
      source.put(
        incident('Q2', daysBefore(29), [
          [8, 'acknowledge', 'PALAN'],
          [60, 'resolve', 'PALAN'],
        ]),
      );
      source.put(incident('QAUTO', daysBefore(3), [[4, 'resolve']]));
      source.put(
        incident('QBEFORE', daysBefore(31), [
          [90, 'acknowledge', 'PADA'],
          [900, 'resolve', 'PADA'],
        ]),
      );
      const simulation = await simulate({
        sources: [source],
        config: { onCall: { targets: { mtta: '4m' } } },
      });
      await readAll(simulation);
      const { responseTimes, incidents } = await simulation.onCallOf(checkout);
      expect(responseTimes).toEqual({
        periodDays: 30,
        mtta: {
          n: 2,
          figures: { medianSeconds: 300, p90Seconds: 480, meanSeconds: 300 },
          fewIncidents: true,
          excluded: { never_acknowledged: 1 },
          targetSeconds: 240,
          withinTarget: { n: 1, of: 2 },
        },
        mttr: {
          n: 2,
          figures: { medianSeconds: 2400, p90Seconds: 3600, meanSeconds: 2400 },
          fewIncidents: true,
          excluded: { auto_resolved: 1 },
          targetSeconds: 1800,
          withinTarget: { n: 1, of: 2 },
          autoResolved: {
            n: 1,
            figures: { medianSeconds: 240, p90Seconds: 240, meanSeconds: 240 },
          },
        },
      });
      expect(incidents.recent.map(({ id }) => id)).toEqual([
        'Q1',
        'QAUTO',
        'Q2',
      ]);
    });

    it('says from when on incidents are known while history is filled in', async () => {
      const source = smallAccount();
      source.beforeRead = read => {
        if (read === 'readIncidents' && source.count(read) === 5) {
          throw new Error('the connection broke');
        }
      };
      const simulation = await simulate({ sources: [source] });
      await readAll(simulation);
      const { problems } = await simulation.onCallOf(checkout);
      expect(problems).toEqual([
        expect.objectContaining({
          code: 'history_incomplete',
          params: { account: 'default', from: daysBefore(5) },
        }),
      ]);
    });

    it('counts an incident of a service once for each entity, and both see it', async () => {
      const twin = component('checkout-api', {
        'pagerduty.com/service-id': 'PCHECKO, PCHECKO',
      });
      const source = smallAccount();
      source.put(incident('Q1', minutesBefore(7), []));
      const simulation = await simulate({
        sources: [source],
        entities: [checkout, twin],
      });
      await readAll(simulation);
      for (const entity of [checkout, twin]) {
        const { incidents, services } = await simulation.onCallOf(entity);
        expect(incidents.open.map(({ id }) => id)).toEqual(['Q1']);
        expect(services).toHaveLength(1);
      }
    });

    it('inherits services from the System, which is named to those who may read it only', async () => {
      const system: Entity = {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: {
          name: 'storefront',
          namespace: 'default',
          annotations: { 'pagerduty.com/service-id': 'PCHECKO' },
        },
        spec: {},
      };
      const cart = component('cart', {}, { system: 'storefront' });
      for (const hidden of [[], ['system:default/storefront']]) {
        const simulation = await simulate({
          entities: [system, cart],
          hidden,
        });
        await readAll(simulation);
        const { services, escalation } = await simulation.onCallOf(cart);
        expect(services.map(({ id }) => id)).toEqual(['PCHECKO']);
        expect(services[0].inheritedFrom).toBe(
          hidden.length ? undefined : 'system:default/storefront',
        );
        expect(escalation).toHaveLength(1);
      }
    });

    it('shows five services of one entity, with one policy once for all of them', async () => {
      const source = smallAccount();
      const [checkoutService] = source.directory.services;
      const ids = ['PCHECKO', 'PSECOND', 'PTHIRD7', 'PFOURTH', 'PFIFTH7'];
      source.directory.services = ids.map(id => ({ ...checkoutService, id }));
      for (const id of ids) {
        source.put(
          incident(`Q${id}`, '2026-03-18T09:00:00.000Z', [], { serviceId: id }),
        );
      }
      const entity = component('checkout', {
        'pagerduty.com/service-id': ids.join(', '),
      });
      const simulation = await simulate({
        sources: [source],
        entities: [entity],
      });
      await readAll(simulation);
      const answer = await simulation.onCallOf(entity);
      expect(answer.services.map(({ id }) => id)).toEqual(ids);
      expect(answer.escalation).toHaveLength(1);
      expect(
        answer.incidents.open.map(({ service }) => service.id).sort(),
      ).toEqual([...ids].sort());
      expect(answer.problems).toEqual([]);
    });

    it('goes on showing by id whoever is on call and was deleted as a user', async () => {
      const source = smallAccount();
      source.directory.responders = source.directory.responders?.filter(
        ({ id }) => id !== 'PADA',
      );
      const simulation = await simulate({
        sources: [source],
        entities: [checkout, ada],
      });
      await readAll(simulation);
      const { escalation } = await simulation.onCallOf(checkout);
      expect(escalation[0].levels[0].onCall[0].person).toEqual({
        responderId: 'PADA',
        name: 'PADA',
      });
    });

    it('names a service that does not exist, and shows the other one', async () => {
      const entity = component('checkout', {
        'pagerduty.com/service-id': 'PTYPO77,PCHECKO',
      });
      const simulation = await simulate({ entities: [entity] });
      await readAll(simulation);
      const { services, problems } = await simulation.onCallOf(entity);
      expect(services.map(({ id, found }) => [id, found])).toEqual([
        ['PTYPO77', false],
        ['PCHECKO', true],
      ]);
      expect(problems).toEqual([
        expect.objectContaining({
          code: 'service_not_found',
          message: expect.stringContaining('"PTYPO77"'),
        }),
      ]);
    });

    it('names an account that is not configured', async () => {
      const entity = component('checkout', {
        'pagerduty.com/service-id': 'PCHECKO',
        'pagerduty.com/account': 'emea',
      });
      const simulation = await simulate({ entities: [entity] });
      await readAll(simulation);
      const { services, problems } = await simulation.onCallOf(entity);
      expect(services).toEqual([]);
      expect(problems).toEqual([
        expect.objectContaining({
          code: 'account_unknown',
          message:
            'pagerduty.com/account is "emea", which is no PagerDuty account that can be read here. There are: "default"',
        }),
      ]);
    });

    it('finds the account that has the service, or takes the one named', async () => {
      const other = smallAccount('emea');
      other.directory = {
        ...other.directory,
        services: [{ ...other.directory.services[0], id: 'PEMEA01' }],
      };
      const found = component('a', { 'pagerduty.com/service-id': 'PEMEA01' });
      const named = component('b', {
        'pagerduty.com/service-id': 'PEMEA01',
        'pagerduty.com/account': 'default',
      });
      const simulation = await simulate({
        sources: [smallAccount(), other],
        entities: [found, named],
      });
      await readAll(simulation);
      const { services } = await simulation.onCallOf(found);
      expect(services[0].source.name).toBe('emea');
      const { services: misplaced } = await simulation.onCallOf(named);
      expect(misplaced[0]).toEqual(
        expect.objectContaining({
          source: { type: 'pagerduty', name: 'default' },
          found: false,
        }),
      );
    });

    it('asks which account is meant where two have the service', async () => {
      const simulation = await simulate({
        sources: [smallAccount(), smallAccount('emea')],
      });
      await readAll(simulation);
      const { problems } = await simulation.onCallOf(checkout);
      expect(problems).toEqual([
        expect.objectContaining({ code: 'account_ambiguous' }),
      ]);
    });

    it('is pending, not quiet and not missing, before the first read', async () => {
      const simulation = await simulate();
      const answer = await simulation.onCallOf(checkout);
      expect(answer.sections.incidents).toEqual({ state: 'pending' });
      expect(answer.services[0].found).toBe(true);
      expect(answer.problems).toEqual([]);
      expect(answer).not.toHaveProperty('asOf');
      expect(onCallVerdict(answer, { now: start, targetSeconds: 300 })).toEqual(
        {
          tone: 'unknown',
          code: 'not_read_yet',
        },
      );
    });

    it('goes on answering from what it has when the account is down, and says how old it is', async () => {
      const source = smallAccount();
      source.put(
        incident('Q1', minutesBefore(60), [[3, 'acknowledge', 'PADA']]),
      );
      const simulation = await simulate({ sources: [source] });
      await readAll(simulation);
      source.beforeRead = () => {
        throw new Error('GET /incidents answered 503');
      };
      simulation.skip(20);
      await simulation.run();
      const answer = await simulation.onCallOf(checkout);
      expect(answer.incidents.open.map(({ id }) => id)).toEqual(['Q1']);
      expect(answer.sections.incidents).toEqual({
        state: 'stale',
        asOf: start.toISOString(),
        problem: expect.objectContaining({
          message: 'GET /incidents answered 503',
        }),
      });
      expect(answer.sections.escalation).toEqual(
        expect.objectContaining({ state: 'stale' }),
      );
      source.beforeRead = () => {};
      await simulation.run();
      const { sections } = await simulation.onCallOf(checkout);
      expect(sections.incidents.state).toBe('ok');
    });

    it('keeps incidents when only the on-call shifts may not be read', async () => {
      const source = smallAccount();
      source.put(incident('Q1', minutesBefore(7), []));
      source.beforeRead = read => {
        if (read === 'readShifts') {
          throw new Error('lacks the scope oncalls.read');
        }
      };
      const simulation = await simulate({ sources: [source] });
      await readAll(simulation);
      const answer = await simulation.onCallOf(checkout);
      expect(answer.sections.incidents.state).toBe('ok');
      expect(answer.sections.escalation).toEqual({
        state: 'pending',
        problem: expect.objectContaining({
          message: 'lacks the scope oncalls.read',
        }),
      });
      expect(answer.escalation).toEqual([]);
      expect(answer.incidents.open).toHaveLength(1);
    });

    it('says that there is no account, or that it is misconfigured', async () => {
      const simulation = await simulate({ sources: [] });
      const before = await simulation.onCallOf(checkout);
      expect(before.sections.incidents).toEqual({ state: 'not_configured' });
      simulation.registry.addMisconfigured(
        { type: 'pagerduty', name: 'shop' },
        { code: 'config_invalid', severity: 'error', message: 'no token' },
      );
      const { sections } = await simulation.onCallOf(checkout);
      expect(sections.incidents).toEqual({
        state: 'not_configured',
        problem: expect.objectContaining({ code: 'source_misconfigured' }),
      });
    });

    it.each<[string, (directory: OnCallDirectory) => void, string, string[]]>([
      [
        'has no escalation policy',
        ({ services }) => delete services[0].escalationPolicyId,
        'without_policy',
        ['service_without_policy'],
      ],
      [
        'is disabled',
        ({ services }) => Object.assign(services[0], { status: 'disabled' }),
        'disabled',
        ['service_disabled'],
      ],
      [
        'has a policy that the account does not list',
        directory => Object.assign(directory, { policies: [] }),
        'policy_unknown',
        ['policy_unknown'],
      ],
      [
        'is in maintenance',
        ({ services }) => Object.assign(services[0], { status: 'maintenance' }),
        'in_maintenance',
        [],
      ],
    ])(
      'is not quiet where the service %s',
      async (_, change, impairment, problems) => {
        const source = smallAccount();
        change(source.directory);
        const simulation = await simulate({ sources: [source] });
        await readAll(simulation);
        const answer = await simulation.onCallOf(checkout);
        const verdict = onCallVerdict(answer, {
          now: start,
          targetSeconds: 300,
        });
        expect(verdict).toMatchObject({ params: { impairment } });
        expect(verdict.tone).not.toBe('fine');
        expect(answer.problems.map(({ code }) => code)).toEqual(problems);
      },
    );

    it('tells the Owner tab who is called now and who is on the policy at all', async () => {
      const simulation = await simulate({ hidden: ['user:default/ada'] });
      await readAll(simulation);
      const read = (entity: Entity) =>
        simulation.escalation.read(
          { entityRef: 'component:default/checkout', entity, ancestors: [] },
          {
            credentials: {
              $$type: '@backstage/BackstageCredentials',
              principal: {},
            },
          },
        );
      const section = { state: 'ok', asOf: start.toISOString() };
      expect(await read(checkout)).toEqual({
        section,
        levels: [
          {
            policy: { id: 'PPOLICY', name: 'Storefront' },
            levels: [
              {
                level: 1,
                people: [
                  {
                    responderId: 'PADA',
                    name: 'Ada Lovelace',
                    timeZone: 'Europe/London',
                  },
                ],
              },
              {
                level: 2,
                people: [expect.objectContaining({ name: 'Alan Turing' })],
              },
            ],
          },
        ],
        everybody: expect.arrayContaining([
          'Ada@example.test',
          'user:default/ada',
          'alan@example.test',
          'user:default/alan',
        ]),
      });
      expect(await read(component('elsewhere'))).toEqual({
        section: { state: 'ok' },
        levels: [],
      });
    });
  });
});
