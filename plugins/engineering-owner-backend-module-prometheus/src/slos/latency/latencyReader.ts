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
import { boundNotSettled, missingBound } from './latencyProblems';
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
      const { data } = latencyInspectionSchema.safeParse(inspection);
      const { bound, spellings } = data?.settled.find(({ entities }) =>
        entities.includes(entity),
      ) ?? { bound: compiled.bound, spellings: data?.spellings ?? [] };
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
  const legOf = new Map(
    inspection.settled.flatMap(({ entities }, i) =>
      entities.map((entity): [string, string] => [entity, settledLeg(i)]),
    ),
  );
  const goodLegs = [
    // Also where nobody has it now: who had it may be away for the night.
    { name: 'good', at: boundMatcher(compiled.bound, inspection.spellings) },
    ...inspection.settled.map(({ bound, spellings }, i) => ({
      name: settledLeg(i),
      at: boundMatcher(bound, spellings),
    })),
  ];
  /** Some of its series have the bound and others not, and none stands in. */
  const isUnsettled = (entity: string) =>
    compiled.nearestBucket !== undefined && lacking.has(entity);
  const goodOf = (entity: string, counts: ReadonlyMap<string, number>) =>
    isUnsettled(entity) ? undefined : counts.get(legOf.get(entity) ?? 'good');
  return {
    inspectedAt: new Date(inspection.at),
    known: inspection.known,
    knows: entity => known.has(entity),
    // It had the bound, perhaps in a spelling that was met since; or it got one.
    doubts: (entity, counts) =>
      isUnsettled(entity)
        ? counts.has('good')
        : goodOf(entity, counts) === undefined &&
          known.has(entity) &&
          !lacking.has(entity),
    // A bound that is spelt otherwise from now on is no new bucket.
    legs: (seconds, only = []) => [
      ...eventLegs('total', compiled.total, seconds, compiled, { only }),
      ...goodLegs.flatMap(good =>
        eventLegs(good.name, compiled.buckets, seconds, compiled, {
          only: [good.at, ...only],
          spelledBy: ['le'],
        }),
      ),
    ],
    shared: (seconds, only) => aliveLegs(compiled.total, seconds, only),
    percentile: percentileReader(compiled),
    judge(entity, counts) {
      const total = counts.get('total');
      const fast = goodOf(entity, counts);
      if (total === undefined) {
        return undefined;
      }
      if (fast === undefined) {
        // A histogram has all its buckets from the start, also the empty ones.
        const isNew = compiled.nearestBucket && !known.has(entity);
        const next = lacking.get(entity) ?? {};
        const problem = isNew
          ? boundNotSettled(compiled, entity)
          : missingBound(compiled, next, entity);
        return { kind: 'invalid', problem };
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

/** The requests within a bound that stands in for the threshold's own. */
function settledLeg(index: number): string {
  return `good_${index}`;
}
