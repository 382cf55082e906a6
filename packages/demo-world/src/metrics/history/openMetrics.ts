import { alertHistory } from '../alerts/alertHistory';
import { alertRules } from '../alerts/rules';
import {
  probeTarget,
  samplesAt,
  seriesText,
  targetLabels,
  type Sample,
} from '../series';
import {
  probeSucceeds,
  wasUp,
  type Instrumented,
  type Model,
} from '../traffic/model';

/** The lines of one series after another, as promtool reads them fastest. */
class SeriesLines {
  private readonly lines = new Map<string, string[]>();
  count = 0;

  add(series: string, value: number, time: number) {
    let lines = this.lines.get(series);
    if (!lines) {
      lines = [];
      this.lines.set(series, lines);
    }
    lines.push(`${series} ${value} ${time / 1000}`);
    this.count++;
  }

  text(): string {
    let text = '';
    for (const lines of this.lines.values()) {
      text += lines.join('\n');
      text += '\n';
    }
    return text;
  }
}

/** Spares a sort and an escape per sample: a series' text is built once. */
function seriesNames(fixed: Record<string, string>) {
  const known = new Map<string, string>();
  return ({ metric, labels }: Sample): string => {
    const key = `${metric}\n${Object.values(labels).join('\n')}`;
    let text = known.get(key);
    if (!text) {
      text = seriesText(metric, { ...fixed, ...labels });
      known.set(key, text);
    }
    return text;
  };
}

function linesOfService(
  model: Model,
  one: Instrumented,
  times: number[],
): SeriesLines {
  const lines = new SeriesLines();
  const target = targetLabels(one.service);
  const nameOf = seriesNames(target);
  const up = seriesText('up', target);
  const probe = seriesText('probe_success', {
    ...probeTarget,
    service: one.service.name,
  });
  for (const time of times) {
    if (time < one.counters.start) {
      continue;
    }
    lines.add(probe, probeSucceeds(model, one, time) ? 1 : 0, time);
    const isUp = wasUp(model, one, time);
    lines.add(up, isUp ? 1 : 0, time);
    if (isUp) {
      for (const sample of samplesAt(one.service, one.counters, time)) {
        lines.add(nameOf(sample), sample.value, time);
      }
    }
  }
  return lines;
}

/**
 * The history of all services at `times` and of the alerts in (from, to], in
 * OpenMetrics' text format, a piece per service.
 */
export function* openMetrics(
  model: Model,
  range: { from: number; to: number; times: number[] },
): Generator<{ text: string; samples: number }> {
  for (const one of model.instrumented) {
    const lines = linesOfService(model, one, range.times);
    if (lines.count > 0) {
      yield { text: lines.text(), samples: lines.count };
    }
  }
  for (const rule of alertRules) {
    const lines = new SeriesLines();
    for (const sample of alertHistory(model, rule, range.from, range.to)) {
      lines.add(
        seriesText(sample.metric, sample.labels),
        sample.value,
        sample.time,
      );
    }
    if (lines.count > 0) {
      yield { text: lines.text(), samples: lines.count };
    }
  }
  yield { text: '# EOF\n', samples: 0 };
}
