import { InputError } from '@backstage/errors';
import { aliveLegs } from '../births';
import { CompiledLatency } from '../compiled';
import { eventLegs } from '../eventLegs';
import { IndicatorReader, InspectedReader } from '../IndicatorReader';
import { notANumber } from '../ratio/ratioProblems';
import { boundMatcher } from './bucketsAt';
import { describeLatency } from './describeLatency';
import { describePercentile } from './describePercentile';
import { inspectLatency } from './inspectLatency';
import {
  LatencyInspection,
  latencyInspectionSchema,
} from './latencyInspection';
import { missingBound } from './latencyProblems';
import { percentileReader } from './percentileReader';

/** Reads which requests of a classic histogram were slower than a bound. */
export function latencyReader(compiled: CompiledLatency): IndicatorReader {
  return {
    inspect: (client, options) => inspectLatency(compiled, client, options),
    interpret(inspection) {
      const parsed = latencyInspectionSchema.safeParse(inspection);
      if (!parsed.success) {
        throw new InputError(
          `the group of ${compiled.buckets.text} has to be inspected before it is read`,
        );
      }
      return inspectedLatency(compiled, parsed.data);
    },
    describe(inspection, entity, window, quantile) {
      const parsed = latencyInspectionSchema.safeParse(inspection);
      const { spellings = [], bound = compiled.bound } = parsed.data ?? {};
      return [
        ...describeLatency({ ...compiled, bound }, spellings, entity, window),
        ...(quantile === undefined
          ? []
          : [describePercentile(compiled, quantile, entity, window)]),
      ];
    },
  };
}

function inspectedLatency(
  compiled: CompiledLatency,
  inspection: LatencyInspection,
): InspectedReader {
  const known = new Set(inspection.known);
  const lacking = new Map(inspection.lacking.map(next => [next.entity, next]));
  const atBound = boundMatcher(
    inspection.bound ?? compiled.bound,
    inspection.spellings,
  );
  return {
    inspectedAt: new Date(inspection.at),
    known: inspection.known,
    knows: entity => known.has(entity),
    // It had the bound, perhaps in a spelling that was met since.
    doubts: (entity, counts) =>
      !counts.has('good') && known.has(entity) && !lacking.has(entity),
    // A bound that is spelt otherwise from now on is no new bucket.
    legs: (seconds, only = []) => [
      ...eventLegs('total', compiled.total, seconds, compiled, { only }),
      ...eventLegs('good', compiled.buckets, seconds, compiled, {
        only: [atBound, ...only],
        spelledBy: ['le'],
      }),
    ],
    shared: (seconds, only) => aliveLegs(compiled.total, seconds, only),
    percentile: percentileReader(compiled),
    judge(entity, counts) {
      const total = counts.get('total');
      const fast = counts.get('good');
      if (total === undefined) {
        return undefined;
      }
      if (fast === undefined) {
        // A histogram has all its buckets from the start, also the empty ones.
        const next = lacking.get(entity) ?? {};
        return {
          kind: 'invalid',
          problem: missingBound(compiled, next, entity),
        };
      }
      if (!Number.isFinite(total) || !Number.isFinite(fast)) {
        const problem = notANumber(compiled.total.text, total + fast);
        return { kind: 'invalid', problem };
      }
      const bad = Math.min(total, Math.max(0, total - fast));
      return { kind: 'counts', bad, total };
    },
  };
}
