import { duration } from './promql';
import type { Truth } from '../traffic/model';

/**
 * When an alert is active: as data, because Prometheus evaluates it as PromQL
 * and the back-fill, which has to write `ALERTS` for the past, from the model.
 */
export type Condition =
  | {
      kind: 'burn';
      /** Allowed share of errors. */
      budget: number;
      /** Burns above the factor in both windows (ms), for any of the pairs. */
      pairs: Array<{ factor: number; long: number; short: number }>;
    }
  | { kind: 'slow'; share: number; window: number }
  | { kind: 'probe' };

function errorShare(service: string, window: number): string {
  const range = `[${duration(window)}]`;
  return (
    `sum by (service) (rate(http_requests_total{service="${service}",code=~"5.."}${range}))` +
    ` / sum by (service) (rate(http_requests_total{service="${service}"}${range}))`
  );
}

/** The condition in PromQL. The result has the label `service` only. */
export function toPromql(condition: Condition, service: string): string {
  switch (condition.kind) {
    case 'burn': {
      const { budget } = condition;
      return condition.pairs
        .map(({ factor, long, short }) => {
          const above = `> (${factor} * ${budget})`;
          return `(${errorShare(service, long)} ${above} and ${errorShare(
            service,
            short,
          )} ${above})`;
        })
        .join(' or ');
    }
    case 'slow': {
      const range = `[${duration(condition.window)}]`;
      const metric = 'http_request_duration_seconds';
      return (
        `1 - sum by (service) (rate(${metric}_bucket{service="${service}",le="0.3"}${range}))` +
        ` / sum by (service) (rate(${metric}_count{service="${service}"}${range}))` +
        ` > ${condition.share}`
      );
    }
    case 'probe':
      return `sum by (service) (probe_success{service="${service}"}) == 0`;
    default:
      throw new Error(`Unknown condition ${JSON.stringify(condition)}`);
  }
}

/** What a condition is judged by, at one time. */
export interface Evidence {
  /** Events of the last `window` milliseconds. */
  events(window: number): Truth;
  probeSucceeds: boolean;
}

/** Whether the condition holds, from what really happened. */
export function holds(condition: Condition, evidence: Evidence): boolean {
  switch (condition.kind) {
    case 'burn':
      return condition.pairs.some(({ factor, long, short }) =>
        [short, long].every(window => {
          const { bad, total } = evidence.events(window);
          return total > 0 && bad / total > factor * condition.budget;
        }),
      );
    case 'slow': {
      const { slow, total } = evidence.events(condition.window);
      return total > 0 && slow / total > condition.share;
    }
    case 'probe':
      return !evidence.probeSucceeds;
    default:
      throw new Error(`Unknown condition ${JSON.stringify(condition)}`);
  }
}
