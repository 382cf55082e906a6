import { mockServices } from '@backstage/backend-test-utils';
import { Alert, AlertRule } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../__testUtils__/databases';
import { FakeAlertSource } from '../__testUtils__/FakeAlertSource';
import { component, simulateOnCall } from '../__testUtils__/onCallSimulation';
import { Store } from '../store/Store';
import { AlertRuleStore } from './AlertRuleStore';

const start = new Date('2026-03-18T10:00:00.000Z');

const alert = (
  fingerprint: string,
  labels: Record<string, string>,
  rest: Partial<Alert> = {},
): Alert => ({
  fingerprint,
  name: 'ErrorBudgetBurn',
  labels: { alertname: 'ErrorBudgetBurn', ...labels },
  annotations: { runbook_url: 'https://runbooks.example/burn' },
  state: 'firing',
  activeAt: '2026-03-18T09:51:00.000Z',
  ...rest,
});
const rule = (
  name: string,
  labels: Record<string, string>,
  annotations: Record<string, string> = {},
): AlertRule => ({ name, group: 'g', query: 'up == 0', labels, annotations });

describe('alerts', () => {
  const databases = testDatabases();

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    const checkout = component('Checkout');
    async function simulate(alertSources: FakeAlertSource[]) {
      const knex = await databases.init(databaseId);
      return simulateOnCall({
        knex,
        start,
        alertSources,
        entities: [checkout],
      });
    }

    it.each([
      ['is too long', 'x'.repeat(256)],
      ['holds a NUL', 'Check\u0000out'],
    ])('belong to no entity where the label %s', async (_, service) => {
      const source = new FakeAlertSource();
      source.alerts = [
        alert('f1', { service }),
        alert('f2', { service: 'Checkout' }),
      ];
      source.rules = [rule('Odd', { service }), rule('Even', {})];
      const { run, onCallOf, sources } = await simulate([source]);
      await run();
      const { alerts } = await onCallOf(checkout);
      expect(alerts.map(({ fingerprint }) => fingerprint)).toEqual(['f2']);
      expect(
        (await sources()).sources.map(({ lastError }) => lastError),
      ).toEqual([undefined]);
    });

    it('belong to the entity whose name the label has', async () => {
      const source = new FakeAlertSource();
      source.alerts = [
        alert('f1', { service: 'Checkout', severity: 'page' }),
        alert('f2', { service: 'cart', severity: 'page' }),
        alert('f3', { severity: 'page' }),
      ];
      const { run, onCallOf } = await simulate([source]);
      await run();
      const { alerts, sections } = await onCallOf(checkout);
      expect(alerts).toEqual([
        {
          source: { type: 'prometheus', name: 'default' },
          fingerprint: 'f1',
          name: 'ErrorBudgetBurn',
          severity: 'page',
          state: 'firing',
          since: '2026-03-18T09:51:00.000Z',
          labels: {
            alertname: 'ErrorBudgetBurn',
            service: 'Checkout',
            severity: 'page',
          },
          runbookUrl: 'https://runbooks.example/burn',
        },
      ]);
      expect(sections.alerts).toEqual({
        state: 'ok',
        asOf: start.toISOString(),
      });
      const system = { ...checkout, kind: 'System' };
      expect((await onCallOf(system)).alerts).toEqual([]);
    });

    it('go when they are over, and stay when the instance fails', async () => {
      const source = new FakeAlertSource();
      source.alerts = [alert('f1', { service: 'Checkout' })];
      const { run, skip, onCallOf } = await simulate([source]);
      await run();
      source.failure = new Error('connection refused');
      skip(10);
      await run();
      const stale = await onCallOf(checkout);
      expect(stale.alerts).toHaveLength(1);
      expect(stale.sections.alerts).toEqual({
        state: 'stale',
        asOf: start.toISOString(),
        problem: expect.objectContaining({ message: 'connection refused' }),
      });
      source.failure = undefined;
      source.alerts = [];
      await run();
      expect((await onCallOf(checkout)).alerts).toEqual([]);
    });

    it.each([
      ['firing', 'pending'],
      ['pending', 'firing'],
    ] as const)(
      'of two rules with the same labels fire as soon as one does: %s, %s',
      async (...states) => {
        const source = new FakeAlertSource();
        source.alerts = states.map(state =>
          alert('f1', { service: 'Checkout' }, { state }),
        );
        const { run, onCallOf } = await simulate([source]);
        await run();
        const { alerts } = await onCallOf(checkout);
        expect(alerts.map(({ state }) => state)).toEqual(['firing']);
      },
    );

    it('are not all known where a source of them is configured wrongly', async () => {
      const source = new FakeAlertSource();
      const { run, registry, onCallOf } = await simulate([source]);
      await run();
      registry.addMisconfigured(
        { type: 'alertmanager', name: 'eu' },
        { code: 'config_invalid', severity: 'error', message: 'no baseUrl' },
      );
      expect((await onCallOf(checkout)).sections.alerts).toEqual({
        state: 'ok',
        asOf: start.toISOString(),
        problem: expect.objectContaining({
          code: 'source_misconfigured',
          params: { source: 'eu' },
        }),
      });
      // What fails now is told first.
      source.failure = new Error('connection refused');
      await run();
      expect((await onCallOf(checkout)).sections.alerts.problem?.message).toBe(
        'connection refused',
      );
    });

    it('of two instances are two rows, the most urgent first', async () => {
      const one = new FakeAlertSource('one');
      const two = new FakeAlertSource('two');
      one.alerts = [alert('f', { service: 'checkout', severity: 'ticket' })];
      two.alerts = [alert('f', { service: 'checkout', severity: 'page' })];
      const { run, onCallOf } = await simulate([one, two]);
      await run();
      const { alerts } = await onCallOf(checkout);
      expect(alerts.map(({ source }) => source.name)).toEqual(['two', 'one']);
    });

    it('of several entities of one name are one each to their Group', async () => {
      const team = {
        ...component('team'),
        kind: 'Group',
      };
      const owned = (namespace: string) => {
        const entity = component(
          'checkout',
          {},
          { owner: 'group:default/team' },
        );
        return { ...entity, metadata: { ...entity.metadata, namespace } };
      };
      const source = new FakeAlertSource();
      source.alerts = [
        alert('f1', { service: 'checkout' }),
        alert('f2', { service: 'cart' }),
      ];
      const knex = await databases.init(databaseId);
      const { run, onCallOf } = await simulateOnCall({
        knex,
        start,
        alertSources: [source],
        entities: [team, owned('billing'), owned('shop'), checkout],
      });
      await run();
      const { alerts } = await onCallOf(team);
      expect(
        alerts.map(({ fingerprint, entityRefs }) => [fingerprint, entityRefs]),
      ).toEqual([
        ['f1', ['component:billing/checkout', 'component:shop/checkout']],
      ]);
    });

    it('tell the rules of an entity: its own, and general ones that have an alert for it', async () => {
      const source = new FakeAlertSource();
      source.rules = [
        rule('Own', { service: 'Checkout' }),
        rule('Other', { service: 'cart' }),
        rule('ErrorBudgetBurn', {}),
        rule('Silent', {}),
      ];
      source.alerts = [alert('f1', { service: 'Checkout' })];
      const { run, alerts } = await simulate([source]);
      const rules = () => alerts.rules('component:default/checkout');
      expect(await rules()).toBeUndefined();
      await run();
      expect((await rules())?.map(({ name }) => name)).toEqual([
        'Own',
        'ErrorBudgetBurn',
      ]);
      source.rules = [];
      await run();
      expect(await rules()).toEqual([]);
    });

    it('find the rule of a storm of them, more than a query takes', async () => {
      const knex = await databases.init(databaseId);
      await Store.create({ database: mockServices.database({ knex }) });
      const rules = new AlertRuleStore(knex);
      await rules.replace('prometheus:default', [rule('Storm', {})], 'service');
      const names = Array.from({ length: 70_000 }, () => 'Storm');
      expect(
        await rules.listOfEntity('prometheus:default', 'checkout', names),
      ).toEqual([rule('Storm', {})]);
    });

    it('tell every runbook that rules and alerts name, once', async () => {
      const source = new FakeAlertSource();
      source.rules = [
        rule('A', {}, { runbook_url: 'https://runbooks.example/a' }),
        rule('B', {}, { runbook_url: 'https://runbooks.example/burn' }),
        rule('C', {}),
      ];
      source.alerts = [alert('f1', { service: 'Checkout' })];
      const { run, alerts } = await simulate([source]);
      await run();
      expect(await alerts.runbookUrls()).toEqual([
        'https://runbooks.example/a',
        'https://runbooks.example/burn',
      ]);
    });
  });
});
