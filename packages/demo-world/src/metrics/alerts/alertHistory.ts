import { day, minute } from '../durations';
import type { Sample } from '../series';
import {
  eventsBetween,
  probeSucceeds,
  type Instrumented,
  type Model,
} from '../traffic/model';
import { holds, type Condition } from './condition';
import type { AlertRule } from './rules';

/** How often the past is judged; Prometheus itself does it every 15 s. */
const step = 1 * minute;

/** An alert that was active before is followed back no further than this. */
const farthest = 8 * day;

function activeAt(
  model: Model,
  one: Instrumented,
  condition: Condition,
  time: number,
): boolean {
  return holds(condition, {
    events: window => eventsBetween(one.counters, time - window, time),
    get probeSucceeds() {
      // A target that does not exist yet is not probed.
      return time < one.counters.start || probeSucceeds(model, one, time);
    },
  });
}

/** Spares the ordinary services a month of sums: nothing of theirs can fire. */
function neverHolds(
  model: Model,
  { service, counters }: Instrumented,
  condition: Condition,
  from: number,
  to: number,
): boolean {
  const worst = counters.worst(from - 3 * day, to);
  switch (condition.kind) {
    case 'burn': {
      const least = Math.min(...condition.pairs.map(pair => pair.factor));
      return worst.errorRatio < 0.7 * least * condition.budget;
    }
    case 'slow':
      return worst.slowShare < 0.7 * condition.share;
    default:
      return (
        worst.errorRatio < 0.4 &&
        model.record.outages.every(outage => outage.service !== service.name)
      );
  }
}

function activeSince(
  model: Model,
  one: Instrumented,
  condition: Condition,
  time: number,
): number {
  let since = time;
  while (
    since - step > time - farthest &&
    activeAt(model, one, condition, since - step)
  ) {
    since -= step;
  }
  return since;
}

/** Samples of one alert in (from, to], by their time. */
export interface AlertSample extends Sample {
  time: number;
}

/**
 * What Prometheus would have written while it evaluated the rule: `ALERTS`,
 * and `ALERTS_FOR_STATE`, from which it takes up at its start since when an
 * alert has been active.
 */
export function alertHistory(
  model: Model,
  rule: AlertRule,
  from: number,
  to: number,
): AlertSample[] {
  const one = model.instrumented.find(i => i.service.name === rule.service);
  if (!one || neverHolds(model, one, rule.condition, from, to)) {
    return [];
  }
  const labels = {
    alertname: rule.alertname,
    service: rule.service,
    severity: rule.severity,
  };
  const samples: AlertSample[] = [];
  let since: number | undefined;
  for (
    let time = Math.ceil((from + 1) / step) * step;
    time <= to;
    time += step
  ) {
    if (!activeAt(model, one, rule.condition, time)) {
      since = undefined;
      continue;
    }
    since ??=
      samples.length === 0
        ? activeSince(model, one, rule.condition, time)
        : time;
    const alertstate = time - since >= rule.holdFor ? 'firing' : 'pending';
    samples.push(
      { metric: 'ALERTS', labels: { ...labels, alertstate }, value: 1, time },
      {
        metric: 'ALERTS_FOR_STATE',
        labels,
        value: Math.floor(since / 1000),
        time,
      },
    );
  }
  return samples;
}
