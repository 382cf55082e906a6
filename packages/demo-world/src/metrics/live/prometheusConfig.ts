import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { alertRules, type AlertRule } from '../alerts/rules';
import { toPromql } from '../alerts/condition';
import { duration } from '../alerts/promql';
import type { Places } from '../places';
import { probeTarget, targetLabels } from '../series';
import { services } from '../../world/world';

/** Prometheus' main configuration: one target per service, and the prober. */
export function prometheusConfig(options: {
  servicesPort: number;
  rulesFile: string;
  /** Where alerts are sent, if anywhere. */
  alertmanagerPort?: number;
}): object {
  const address = `127.0.0.1:${options.servicesPort}`;
  const { alertmanagerPort } = options;
  const { job: probesJob, ...probeLabels } = probeTarget;
  return {
    global: {
      scrape_interval: '15s',
      scrape_timeout: '5s',
      evaluation_interval: '15s',
    },
    rule_files: [options.rulesFile],
    ...(alertmanagerPort !== undefined && {
      alerting: {
        alertmanagers: [
          {
            static_configs: [{ targets: [`127.0.0.1:${alertmanagerPort}`] }],
          },
        ],
      },
    }),
    scrape_configs: [
      {
        job_name: 'services',
        static_configs: services
          .filter(({ story }) => story !== 'not-instrumented')
          .map(service => {
            // The job is the scrape configuration's own name.
            const { job, ...labels } = targetLabels(service);
            return {
              targets: [address],
              labels: {
                ...labels,
                __metrics_path__: `/services/${service.name}/metrics`,
              },
            };
          }),
      },
      {
        job_name: probesJob,
        metrics_path: '/probes/metrics',
        // The prober says which service each result is about.
        honor_labels: true,
        static_configs: [{ targets: [address], labels: probeLabels }],
      },
    ],
  };
}

function ruleEntry(rule: AlertRule): object {
  return {
    alert: rule.alertname,
    expr: toPromql(rule.condition, rule.service),
    for: duration(rule.holdFor),
    labels: { service: rule.service, severity: rule.severity },
    annotations: {
      summary: rule.summary,
      description: rule.description,
      ...(rule.runbookUrl ? { runbook_url: rule.runbookUrl } : {}),
    },
  };
}

/**
 * The alerting rules, grouped by how often they are evaluated: a day or three
 * read every 15 seconds would keep a core busy for nothing.
 */
export function ruleGroups(rules: AlertRule[] = alertRules): object {
  const pages = rules.filter(({ severity }) => severity === 'page');
  const tickets = rules.filter(({ severity }) => severity === 'ticket');
  return {
    groups: [
      { name: 'pages', rules: pages.map(ruleEntry) },
      { name: 'tickets', interval: '1m', rules: tickets.map(ruleEntry) },
    ],
  };
}

/** Writes both files. JSON is YAML, so no YAML writer is needed. */
export async function writePrometheusConfig(
  places: Places,
  ports: { servicesPort: number; alertmanagerPort?: number },
): Promise<void> {
  await mkdir(dirname(places.config), { recursive: true });
  const config = prometheusConfig({ ...ports, rulesFile: places.rules });
  await writeFile(places.config, JSON.stringify(config, null, 2));
  await writeFile(places.rules, JSON.stringify(ruleGroups(), null, 2));
}
