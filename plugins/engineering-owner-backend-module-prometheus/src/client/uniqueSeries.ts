import { PrometheusError } from './PrometheusError';
import type { Sample, Series } from './PrometheusClient';

type Labels = Record<string, string>;

/**
 * Each series once. Some proxies that ask several stores answer with a series
 * of each; where their values differ nobody can say which is right.
 */
export function uniqueSamples(samples: Sample[]): Sample[] {
  const unique = new Map<string, Sample>();
  for (const sample of samples) {
    const key = keyOf(sample.labels);
    const earlier = unique.get(key);
    if (earlier && !Object.is(earlier.value, sample.value)) {
      throw contradiction(sample.labels);
    }
    unique.set(key, sample);
  }
  return unique.size === samples.length ? samples : [...unique.values()];
}

/** The same of series over time, whose values may come in several pieces. */
export function uniqueSeries(series: Series[]): Series[] {
  const unique = new Map<string, Series[]>();
  for (const each of series) {
    const key = keyOf(each.labels);
    unique.set(key, [...(unique.get(key) ?? []), each]);
  }
  return unique.size === series.length
    ? series
    : [...unique.values()].map(pieces =>
        pieces.length === 1 ? pieces[0] : joined(pieces),
      );
}

function joined(pieces: Series[]): Series {
  const { labels } = pieces[0];
  const values = new Map<number, number>();
  for (const [time, value] of pieces.flatMap(piece => piece.values)) {
    const earlier = values.get(time);
    if (earlier !== undefined && !Object.is(earlier, value)) {
      throw contradiction(labels);
    }
    values.set(time, value);
  }
  return { labels, values: [...values].sort(([a], [b]) => a - b) };
}

function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort());
}

function contradiction(labels: Labels): PrometheusError {
  const shown = JSON.stringify(labels).slice(0, 300);
  return new PrometheusError(
    'contradictory',
    `answered twice, and differently, for the series ${shown}; if several stores stand behind it, name the label that tells them apart under replicaLabels, or let it deduplicate`,
  );
}
