import { alertHistory } from '../alerts/alertHistory';
import { alertRules } from '../alerts/rules';
import {
  probeTarget,
  seriesOf,
  seriesText,
  targetLabels,
  valuesAt,
} from '../series';
import {
  probeSucceeds,
  wasUp,
  type Instrumented,
  type Model,
} from '../traffic/model';
import { Column, ticksAt } from './column';

function columnsOfService(
  model: Model,
  one: Instrumented,
  times: number[],
): Column[] {
  const { service, counters } = one;
  const target = targetLabels(service);
  const up = new Column(seriesText('up', target));
  const probe = new Column(
    seriesText('probe_success', { ...probeTarget, service: service.name }),
  );
  const pods = new Map<string, Column[]>();
  const columnsOf = (pod: string): Column[] => {
    let columns = pods.get(pod);
    if (!columns) {
      columns = seriesOf(pod).map(
        ({ metric, labels }) =>
          new Column(seriesText(metric, { ...target, ...labels })),
      );
      pods.set(pod, columns);
    }
    return columns;
  };

  for (const tick of ticksAt(times)) {
    const { time } = tick;
    if (time < counters.start) {
      continue;
    }
    probe.add(probeSucceeds(model, one, time) ? 1 : 0, tick);
    const isUp = wasUp(model, one, time);
    up.add(isUp ? 1 : 0, tick);
    if (isUp) {
      const { pod, values } = valuesAt(service, counters, time);
      const columns = columnsOf(pod);
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value !== undefined) {
          columns[i].add(value, tick);
        }
      }
    }
  }
  return [up, probe, ...[...pods.values()].flat()];
}

function columnsOfAlerts(model: Model, from: number, to: number): Column[] {
  const columns = new Map<string, Column>();
  for (const rule of alertRules) {
    for (const sample of alertHistory(model, rule, from, to)) {
      const series = seriesText(sample.metric, sample.labels);
      let column = columns.get(series);
      if (!column) {
        column = new Column(series);
        columns.set(series, column);
      }
      const [tick] = ticksAt([sample.time]);
      column.add(sample.value, tick);
    }
  }
  return [...columns.values()];
}

/** A piece of the text, with how many samples are in it. */
export interface Piece {
  text: Buffer;
  samples: number;
}

/**
 * The history of all services at `times` and of the alerts in (from, to], in
 * OpenMetrics' text format, a piece per series.
 */
export function* openMetrics(
  model: Model,
  range: { from: number; to: number; times: number[] },
): Generator<Piece> {
  function* pieces(columns: Column[]): Generator<Piece> {
    for (const column of columns.filter(({ length }) => length > 0)) {
      yield { text: column.text(), samples: column.length };
    }
  }
  for (const one of model.instrumented) {
    yield* pieces(columnsOfService(model, one, range.times));
  }
  yield* pieces(columnsOfAlerts(model, range.from, range.to));
  yield { text: Buffer.from('# EOF\n'), samples: 0 };
}
