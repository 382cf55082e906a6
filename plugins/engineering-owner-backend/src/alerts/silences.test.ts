import {
  Alert,
  AlertNotification,
  Silence,
} from '@engineering-owner/backstage-plugin-common';
import { AlertSource } from '@engineering-owner/backstage-plugin-node';
import { testDatabases } from '../__testUtils__/databases';
import { FakeAlertmanager } from '../__testUtils__/FakeAlertmanager';
import { FakeAlertSource } from '../__testUtils__/FakeAlertSource';
import { component, simulateOnCall } from '../__testUtils__/onCallSimulation';

const start = new Date('2026-03-18T10:00:00.000Z');

const alert = (
  fingerprint: string,
  labels: Record<string, string>,
  rest: Partial<Alert> = {},
): Alert => ({
  fingerprint,
  name: 'ErrorBudgetBurn',
  labels: { alertname: 'ErrorBudgetBurn', service: 'checkout', ...labels },
  annotations: {},
  state: 'firing',
  activeAt: '2026-03-18T09:51:00.000Z',
  ...rest,
});
const notification = (
  rest: Partial<AlertNotification> = {},
): AlertNotification => ({
  state: 'suppressed',
  silencedBy: [],
  inhibitedBy: [],
  mutedBy: [],
  ...rest,
});
const silence = (
  id: string,
  matchers: Array<[name: string, value: string]>,
  rest: Partial<Silence> = {},
): Silence => ({
  id,
  matchers: matchers.map(([name, value]) => ({
    name,
    value,
    isRegex: false,
    isEqual: true,
  })),
  startsAt: '2026-03-18T09:00:00.000Z',
  endsAt: '2026-03-18T11:00:00.000Z',
  createdBy: 'ada',
  comment: 'moving the database',
  ...rest,
});

describe('alerts that somebody saw to', () => {
  const databases = testDatabases();
  const selector = (value: string) => ({
    'engineering-owner/sli-selector': value,
  });
  const checkout = component('checkout');
  const inShop = {
    ...component('checkout', selector('namespace="shop"')),
    metadata: {
      ...component('checkout', selector('namespace="shop"')).metadata,
      namespace: 'shop',
    },
  };
  const inBilling = {
    ...inShop,
    metadata: {
      ...inShop.metadata,
      namespace: 'billing',
      annotations: selector('namespace=~"billing.*",pod!="x"'),
    },
  };

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function simulate(alertSources: AlertSource[]) {
      const knex = await databases.init(databaseId);
      return simulateOnCall({
        knex,
        start,
        alertSources,
        entities: [checkout, inShop, inBilling],
      });
    }

    it('say by whom they are silenced and until when, once for all who report them', async () => {
      const prometheus = new FakeAlertSource();
      const main = new FakeAlertmanager();
      prometheus.alerts = [alert('p', {}, { value: '3' })];
      const silenced = notification({ silencedBy: ['s1'] });
      main.alerts = ['a', 'b'].map(replica =>
        alert(replica, { replica }, { notification: silenced }),
      );
      main.silences = [
        silence('s1', [['alertname', 'ErrorBudgetBurn']]),
        silence('s2', [['alertname', 'Other']]),
      ];
      const { run, skip, onCallOf } = await simulate([prometheus, main]);
      await run();
      const { alerts, maintenance, sections } = await onCallOf(checkout);
      expect(alerts).toEqual([
        {
          source: prometheus.source,
          fingerprint: 'p',
          name: 'ErrorBudgetBurn',
          state: 'firing',
          since: '2026-03-18T09:51:00.000Z',
          labels: { alertname: 'ErrorBudgetBurn', service: 'checkout' },
          value: '3',
          suppression: {
            silencedBy: [
              {
                id: 's1',
                createdBy: 'ada',
                endsAt: '2026-03-18T11:00:00.000Z',
                comment: 'moving the database',
              },
            ],
            inhibited: false,
            mutedBy: [],
            until: '2026-03-18T11:00:00.000Z',
          },
          reportedBy: [main.source, prometheus.source],
        },
      ]);
      expect(maintenance).toBeUndefined();
      expect(sections.alerts.state).toBe('ok');
      // Nothing has to be read for it to be over.
      skip(60);
      const [over] = (await onCallOf(checkout)).alerts;
      expect(over.suppression).toBeUndefined();
    });

    it('are of an entity in maintenance while a silence covers it', async () => {
      const main = new FakeAlertmanager();
      const peer = new FakeAlertmanager('peer');
      const covering = silence('s1', [['service', 'checkout']]);
      main.silences = [
        covering,
        silence('s2', [
          ['service', 'checkout'],
          ['namespace', 'shop'],
        ]),
      ];
      peer.silences = [covering];
      const { run, skip, onCallOf } = await simulate([main, peer]);
      await run();
      expect((await onCallOf(checkout)).maintenance).toEqual([
        {
          source: main.source,
          silenceId: 's1',
          startsAt: '2026-03-18T09:00:00.000Z',
          endsAt: '2026-03-18T11:00:00.000Z',
          createdBy: 'ada',
          comment: 'moving the database',
        },
      ]);
      const ids = (await onCallOf(inShop)).maintenance?.map(
        ({ silenceId }) => silenceId,
      );
      expect(ids?.sort()).toEqual(['s1', 's2']);
      // Nothing has to be read for it to be over.
      skip(60);
      expect((await onCallOf(checkout)).maintenance).toBeUndefined();
    });

    it('are still told by an Alertmanager that holds no such silence', async () => {
      const main = new FakeAlertmanager();
      const other = new FakeAlertmanager('other');
      const covering = silence('s1', [['service', 'checkout']]);
      main.silences = [covering];
      other.silences = [silence('s2', [['service', 'cart']])];
      main.alerts = [
        alert('a', {}, { notification: notification({ silencedBy: ['s1'] }) }),
      ];
      const { run, skip, onCallOf } = await simulate([main, other]);
      await run();
      const { alerts, maintenance } = await onCallOf(checkout);
      expect(alerts[0].suppression).toBeDefined();
      expect(maintenance).toEqual([
        expect.objectContaining({
          source: main.source,
          elsewhere: [other.source],
        }),
      ]);
      // There it fires aloud, and so it does.
      other.alerts = [
        alert('a', {}, { notification: notification({ state: 'active' }) }),
      ];
      other.silences = [{ ...covering, id: 's3' }];
      skip(1);
      await run();
      const later = await onCallOf(checkout);
      expect(later.alerts.map(({ suppression }) => suppression)).toEqual([
        undefined,
      ]);
      expect(
        later.maintenance?.map(({ silenceId, elsewhere }) => [
          silenceId,
          elsewhere,
        ]),
      ).toEqual([
        ['s1', [other.source]],
        ['s3', [main.source]],
      ]);
    });

    it('are silenced by whoever wrote the name of the entity in another case', async () => {
      const main = new FakeAlertmanager();
      main.silences = [silence('s1', [['service', 'CheckOut']])];
      const { run, onCallOf } = await simulate([main]);
      await run();
      expect((await onCallOf(checkout)).maintenance).toHaveLength(1);
    });

    it('are compared without the replica labels of their own source only', async () => {
      const main = new FakeAlertmanager();
      const prometheus = new FakeAlertSource();
      main.alerts = ['a', 'b'].map(replica =>
        alert(replica, { replica }, { notification: notification() }),
      );
      // Of this one, no label tells replicas apart.
      prometheus.alerts = ['1', '2'].map(replica =>
        alert(replica, { replica, database: 'orders' }),
      );
      // The Alertmanager was told of this one, by which replica it does not say.
      prometheus.alerts.push(alert('3', { replica: '3' }));
      const { run, onCallOf } = await simulate([main, prometheus]);
      await run();
      const { alerts } = await onCallOf(checkout);
      expect(alerts.map(({ labels }) => labels.replica).sort()).toEqual([
        '1',
        '2',
        undefined,
      ]);
    });

    it('are of an entity whose maintenance is planned until that begins', async () => {
      const main = new FakeAlertmanager();
      const peer = new FakeAlertmanager('peer');
      const soon = silence('s1', [['service', 'checkout']], {
        startsAt: '2026-03-18T10:30:00.000Z',
      });
      const sooner = {
        ...soon,
        id: 's2',
        startsAt: '2026-03-18T10:20:00.000Z',
      };
      main.silences = [soon, sooner, silence('s3', [['service', 'cart']])];
      peer.silences = [soon];
      const { run, skip, onCallOf } = await simulate([main, peer]);
      await run();
      const { maintenance, plannedMaintenance } = await onCallOf(checkout);
      expect(maintenance).toBeUndefined();
      expect(plannedMaintenance).toEqual([
        expect.objectContaining({ silenceId: 's2' }),
        {
          source: main.source,
          silenceId: 's1',
          startsAt: '2026-03-18T10:30:00.000Z',
          endsAt: '2026-03-18T11:00:00.000Z',
          createdBy: 'ada',
          comment: 'moving the database',
        },
      ]);
      // Nothing has to be read for it to begin.
      skip(30);
      const begun = await onCallOf(checkout);
      expect(begun.plannedMaintenance).toBeUndefined();
      expect(begun.maintenance).toHaveLength(2);
    });

    it('say so by the id of the silence until that is read, and when it cannot be', async () => {
      const main = new FakeAlertmanager();
      main.alerts = [
        alert('a', {}, { notification: notification({ silencedBy: ['s1'] }) }),
      ];
      main.failure = new Error('gateway timeout');
      const { run, onCallOf } = await simulate([main]);
      await run();
      const { alerts, sections } = await onCallOf(checkout);
      expect(alerts[0].suppression?.silencedBy).toEqual([{ id: 's1' }]);
      expect(sections.alerts.state).not.toBe('ok');
      expect(sections.alerts.problem?.message).toContain('gateway timeout');
    });

    it('are told apart by the SLI selector of entities of one name', async () => {
      const prometheus = new FakeAlertSource();
      prometheus.alerts = [
        alert('shop', { namespace: 'shop' }),
        alert('billing', { namespace: 'billing-eu' }),
        alert('x', { namespace: 'billing', pod: 'x' }),
        alert('either', {}),
      ];
      prometheus.rules = [
        {
          name: 'Own',
          group: 'g',
          query: 'up == 0',
          labels: { service: 'checkout', namespace: 'shop' },
          annotations: {},
        },
      ];
      const { run, onCallOf, alerts } = await simulate([prometheus]);
      await run();
      const shown = async (entity: typeof checkout) =>
        (await onCallOf(entity)).alerts
          .map(({ fingerprint }) => fingerprint)
          .sort();
      expect(await shown(inShop)).toEqual(['either', 'shop']);
      expect(await shown(inBilling)).toEqual(['billing', 'either']);
      expect(await shown(checkout)).toEqual(['billing', 'either', 'shop', 'x']);
      expect(await alerts.rules('component:shop/checkout')).toHaveLength(1);
      expect(await alerts.rules('component:billing/checkout')).toEqual([]);
    });

    it('say of whom else they may be, as far as the caller may read those', async () => {
      const knex = await databases.init(databaseId);
      const prometheus = new FakeAlertSource();
      const named = (name: string, namespace: string, kind = 'Component') => ({
        ...component(name),
        kind,
        metadata: { ...component(name).metadata, namespace },
      });
      const { run, onCallOf } = await simulateOnCall({
        knex,
        start,
        alertSources: [prometheus],
        entities: [
          checkout,
          inShop,
          inBilling,
          named('checkout', 'hidden'),
          named('check_ut', 'shop'),
          named('checkout', 'store', 'System'),
          named('checkout', 'default', 'API'),
        ],
        hidden: ['component:hidden/checkout'],
      });
      const told = async (entity: typeof checkout) =>
        (await onCallOf(entity)).problems.map(({ params }) => params?.entities);
      await run();
      expect(await told(checkout)).toEqual([]);
      prometheus.alerts = [alert('either', { namespace: 'shop' })];
      await run();
      expect(await told(checkout)).toEqual(['"component:shop/checkout"']);
      expect(await told(inShop)).toEqual([
        '"api:default/checkout", "component:default/checkout"',
      ]);
      expect(await told(inBilling)).toEqual([]);
      prometheus.alerts = [alert('check', { service: 'check_ut' })];
      await run();
      expect(await told(named('check_ut', 'shop'))).toEqual([]);
    });

    it('tell nothing of rules, which an Alertmanager does not know', async () => {
      const main = new FakeAlertmanager();
      const { run, alerts, sources } = await simulate([main]);
      await run();
      expect(await alerts.rules('component:default/checkout')).toBeUndefined();
      const [{ tasks }] = (await sources()).sources;
      expect(tasks.map(({ name }) => name)).toEqual([
        'alerts.current:alertmanager:main',
        'alerts.silences:alertmanager:main',
      ]);
    });
  });
});
