import { spawnSync } from 'child_process';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  OnCallResponse,
  onCallResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import alertmanagerModule from '@engineering-owner/backstage-plugin-backend-module-alertmanager';
import prometheusModule from '@engineering-owner/backstage-plugin-backend-module-prometheus';
import {
  freePort,
  RunningAlertmanager,
  RunningPrometheus,
  startAlertmanager,
  startPrometheus,
  whyNoAlertmanager,
} from '@engineering-owner/demo-world';
import { startPlugin } from '../__testUtils__/startPlugin';

const reason =
  whyNoAlertmanager() ??
  (spawnSync('prometheus', ['--version']).status === 0
    ? undefined
    : 'prometheus not found on PATH');
const describeReal = reason ? describe.skip : describe;
const whySkipped = reason ? ` (skipped because ${reason})` : '';

/** The first waits until Prometheus has found its Alertmanager. */
const rules = `
groups:
  - name: checkout
    rules:
      - alert: ErrorsHigh
        expr: vector(7)
        for: 8s
        labels: {service: checkout, severity: page}
        annotations: {summary: errors, runbook_url: https://example.com/errors}
      - alert: QueueGrows
        expr: vector(1)
        for: 1h
        labels: {service: checkout}
`;

describeReal(
  `What a real Prometheus tells a real Alertmanager${whySkipped}`,
  () => {
    let directory: string;
    let alertmanager: RunningAlertmanager;
    let prometheus: RunningPrometheus;
    let plugin: Awaited<ReturnType<typeof startPlugin>>;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'alerting-'));
      alertmanager = await startAlertmanager();
      const rulesFile = join(directory, 'rules.yml');
      const configFile = join(directory, 'prometheus.yml');
      await writeFile(rulesFile, rules);
      await writeFile(
        configFile,
        `
global: {evaluation_interval: 1s, external_labels: {cluster: eu, replica: a}}
rule_files: [${JSON.stringify(rulesFile)}]
alerting:
  alertmanagers:
    - static_configs: [{targets: ['${new URL(alertmanager.url).host}']}]
`,
      );
      prometheus = await startPrometheus({
        databaseDir: join(directory, 'data'),
        configFile,
        port: await freePort(),
      });
      plugin = await startPlugin({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'checkout', namespace: 'default' },
            spec: { type: 'service' },
          },
        ],
        features: [prometheusModule, alertmanagerModule],
        config: {
          engineeringOwner: {
            prometheus: {
              instances: [
                {
                  name: 'eu',
                  baseUrl: prometheus.url,
                  alerts: { externalLabels: { cluster: 'eu' } },
                },
              ],
            },
            alertmanager: {
              instances: [
                { name: 'wrong', baseUrl: 'alertmanager' },
                { name: 'main', baseUrl: alertmanager.url },
              ],
            },
          },
        },
      });
    }, 120_000);

    afterAll(async () => {
      await plugin?.backend.stop();
      await prometheus?.close();
      await alertmanager?.close();
      await rm(directory, { recursive: true, force: true });
    }, 30_000);

    async function onCall(): Promise<OnCallResponse> {
      await plugin.runAll();
      const { body } = await plugin.get(
        '/v1/entities/by-name/component/default/checkout/on-call',
      );
      return onCallResponseSchema.parse(body);
    }

    /** The page as soon as both have told of the alert. */
    async function told(attempts = 60): Promise<OnCallResponse> {
      const page = await onCall();
      if (page.alerts.some(({ reportedBy }) => reportedBy) || attempts === 0) {
        return page;
      }
      await new Promise(resolve => setTimeout(resolve, 500));
      return told(attempts - 1);
    }

    it('is one row, and says so when it is silenced', async () => {
      const { alerts } = await told();
      expect(alerts).toEqual([
        {
          source: { type: 'prometheus', name: 'eu' },
          reportedBy: [
            { type: 'prometheus', name: 'eu' },
            { type: 'alertmanager', name: 'main' },
          ],
          fingerprint: expect.any(String),
          name: 'ErrorsHigh',
          severity: 'page',
          summary: 'errors',
          runbookUrl: 'https://example.com/errors',
          state: 'firing',
          since: expect.stringMatching(/Z$/),
          value: '7e+00',
          labels: {
            alertname: 'ErrorsHigh',
            cluster: 'eu',
            service: 'checkout',
            severity: 'page',
          },
        },
        expect.objectContaining({ name: 'QueueGrows', state: 'pending' }),
      ]);

      const id = await alertmanager.silence([
        { name: 'service', value: 'checkout', isRegex: false },
      ]);
      const silenced = await onCall();
      expect(silenced.maintenance).toMatchObject([
        { silenceId: id, createdBy: 'ada', source: { name: 'main' } },
      ]);
      expect(
        silenced.alerts.map(({ name, suppression }) => [
          name,
          suppression?.silencedBy.map(each => each.id),
        ]),
      ).toEqual([
        ['QueueGrows', undefined],
        ['ErrorsHigh', [id]],
      ]);
      expect(silenced.sections.alerts.state).toBe('ok');

      await alertmanager.expire(id);
      expect((await onCall()).maintenance).toBeUndefined();
    }, 60_000);

    it('grows old when the Alertmanager is gone, and nothing of it is lost', async () => {
      await told();
      await alertmanager.close();
      const { alerts, sections } = await onCall();
      expect(alerts.map(({ name }) => name)).toContain('ErrorsHigh');
      expect(sections.alerts.problem?.message).toMatch(
        /^Alertmanager "main" at http:\S+ cannot be reached/,
      );
    }, 60_000);

    it('is read beside an instance that is wrong, which is told of', async () => {
      const { body } = await plugin.get('/v1/sources');
      expect(JSON.stringify(body)).toContain(
        'engineeringOwner.alertmanager.instances[0].baseUrl: expected an address such as http://alertmanager:9093',
      );
    });
  },
);
