import { z } from 'zod';
import { Selector } from '../../promql/selector';
import { CompiledLatency } from '../compiled';
import { compileSelector } from '../compileSelector';
import { CompileContext, Compiled } from '../compile';
import { definitionProblem } from '../problems';
import { parseThreshold } from './threshold';

const definition = z.strictObject({
  histogram: z.string(),
  threshold: z.string(),
  nearestBucket: z.enum(['lower', 'upper']).optional(),
});

/** `latency: {histogram, threshold}` on a classic histogram. */
export function compileLatency(
  input: unknown,
  context: CompileContext,
): Compiled<CompiledLatency> {
  const place = `${context.place}.latency`;
  const fail = (at: string, message: string): Compiled<CompiledLatency> => ({
    ok: false,
    problem: definitionProblem(at, message),
  });
  const parsed = definition.safeParse(input);
  if (!parsed.success) {
    return fail(
      place,
      `expected {histogram, threshold} and perhaps nearestBucket: ${z.prettifyError(
        parsed.error,
      )}`,
    );
  }
  const { histogram, threshold, nearestBucket } = parsed.data;
  const selected = compileSelector(
    histogram,
    `${place}.histogram`,
    context.matchers,
  );
  if (!selected.ok) {
    return selected;
  }
  const { selector } = selected;
  const series = /_(bucket|count|sum)$/.exec(selector.metric);
  if (series) {
    return fail(
      `${place}.histogram`,
      `"${selector.metric}" is one series of a histogram; write its name without ${series[0]}`,
    );
  }
  if (!selector.text.startsWith(selector.metric)) {
    return fail(
      `${place}.histogram`,
      `"${selector.text}" does not begin with the histogram's name, for example http_request_duration_seconds`,
    );
  }
  const reserved = selector.matchers.find(({ label }) => label === 'le');
  if (reserved || context.entityLabel === 'le') {
    return fail(
      `${place}.histogram`,
      'the label "le" is chosen by the threshold and cannot be used for anything else',
    );
  }
  const thresholdSeconds = parseThreshold(threshold);
  if (thresholdSeconds === undefined) {
    return fail(
      `${place}.threshold`,
      `"${threshold}" is no duration with a unit; write for example 300ms, 0.3s or 1s`,
    );
  }
  const unit = /_(ms|milliseconds)$/.test(selector.metric) ? 'ms' : 's';
  return {
    ok: true,
    compiled: {
      kind: 'latency',
      entityLabel: context.entityLabel,
      replicaLabels: context.replicaLabels,
      total: renamed(selector, '_count'),
      buckets: renamed(selector, '_bucket'),
      bound: unit === 'ms' ? thresholdSeconds * 1000 : thresholdSeconds,
      unit,
      ...(nearestBucket && { nearestBucket }),
    },
    indicator: { kind: 'latency', histogram, thresholdSeconds },
  };
}

/** The selector of one of the series a histogram is made of. */
function renamed(selector: Selector, suffix: string): Selector {
  const { metric, text, insertion } = selector;
  return {
    ...selector,
    metric: `${metric}${suffix}`,
    text: `${metric}${suffix}${text.slice(metric.length)}`,
    insertion: { ...insertion, at: insertion.at + suffix.length },
  };
}
