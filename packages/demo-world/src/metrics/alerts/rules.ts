import { day, hour, minute } from '../durations';
import { services, type DemoService } from '../../world/world';
import { availabilityBudget } from '../traffic/episodes';
import type { Condition } from './condition';
import { runbookUrl, watched } from './runbooks';

/** An alerting rule of the demo's Prometheus. */
export interface AlertRule {
  alertname: string;
  service: string;
  severity: 'page' | 'ticket';
  /** How long the condition must hold before the alert fires. */
  holdFor: number;
  condition: Condition;
  summary: string;
  description: string;
  /** Absent where nobody wrote one. */
  runbookUrl?: string;
}

/** A rule before it has its name and its runbook. */
type Draft = Omit<AlertRule, 'alertname' | 'service' | 'runbookUrl'> & {
  ending: string;
};

/** The pairs of windows of the SRE workbook, for 99.9 % over 30 days. */
const pagePairs = [
  { factor: 14.4, long: hour, short: 5 * minute },
  { factor: 6, long: 6 * hour, short: 30 * minute },
];
const ticketPairs = [
  { factor: 3, long: day, short: 2 * hour },
  { factor: 1, long: 3 * day, short: 6 * hour },
];

/** `payments-gateway` is `PaymentsGateway` in an alert's name. */
function camelCase(name: string): string {
  return name
    .split('-')
    .map(word => word[0].toUpperCase() + word.slice(1))
    .join('');
}

/** Deliberately the one alert that tells nobody what to do. */
const withoutRunbook = 'ProductPagesErrorBudgetBurnSlow';

function burnRules({ name, title }: DemoService): Draft[] {
  return [
    {
      ending: 'ErrorBudgetBurn',
      severity: 'page',
      holdFor: 2 * minute,
      condition: {
        kind: 'burn',
        budget: availabilityBudget,
        pairs: pagePairs,
      },
      summary: `${title} burns its error budget fast`,
      description: `${name} fails more than 14.4 times what its objective of 99.9 % allows over an hour, or 6 times over six hours.`,
    },
    {
      ending: 'ErrorBudgetBurnSlow',
      severity: 'ticket',
      holdFor: 15 * minute,
      condition: {
        kind: 'burn',
        budget: availabilityBudget,
        pairs: ticketPairs,
      },
      summary: `${title} burns its error budget slowly`,
      description: `${name} fails more than 3 times what its objective of 99.9 % allows over a day, or more than it allows over three days.`,
    },
  ];
}

function latencyRule({ name, title }: DemoService): Draft {
  return {
    ending: 'LatencyHigh',
    severity: 'ticket',
    holdFor: 10 * minute,
    condition: { kind: 'slow', share: 0.05, window: 30 * minute },
    summary: `${title} is slow`,
    description: `More than 5 % of the requests of ${name} took longer than 300 ms in the last 30 minutes.`,
  };
}

function probeRule({ name, title }: DemoService): Draft {
  return {
    ending: 'ProbeFailed',
    severity: 'page',
    holdFor: 2 * minute,
    condition: { kind: 'probe' },
    summary: `${title} does not answer its probe`,
    description: `The probe of ${name} has failed for two minutes.`,
  };
}

function rulesOf(service: DemoService): AlertRule[] {
  const { burn, latency, probe } = watched[service.name] ?? {};
  const complete = (runbook: string, { ending, ...draft }: Draft) => {
    const alertname = `${camelCase(service.name)}${ending}`;
    return {
      ...draft,
      alertname,
      service: service.name,
      ...(alertname === withoutRunbook
        ? {}
        : { runbookUrl: runbookUrl(service.name, runbook) }),
    };
  };
  return [
    ...(burn ? burnRules(service).map(rule => complete(burn, rule)) : []),
    ...(latency ? [complete(latency, latencyRule(service))] : []),
    ...(probe ? [complete(probe, probeRule(service))] : []),
  ];
}

/**
 * The demo's alerting rules. Two are wrong on purpose:
 * `ProductPagesErrorBudgetBurnSlow` has no runbook, and the runbook of
 * `RecommendationsLatencyHigh` was never written.
 */
export const alertRules: AlertRule[] = services.flatMap(rulesOf);
