import { IncidentRecord } from './incidentRecord';
import {
  areFew,
  measureAcknowledgements,
  MeasuredResponse,
  measureResolutions,
} from './measuredResponses';

/** Upper ends in seconds, from one minute to four hours. */
const ACKNOWLEDGEMENT_BUCKETS = [60, 120, 300, 600, 900, 1800, 3600, 14400];
/** Upper ends in seconds, from five minutes to three days. */
const RESOLUTION_BUCKETS = [
  300, 900, 1800, 3600, 7200, 14400, 28800, 86400, 259200,
];

/**
 * Incidents that took longer than `fromSeconds` and up to and with `toSeconds`;
 * the first bucket begins with none at all, the last has no end.
 *
 * @public
 */
export interface ResponseTimeBucket {
  fromSeconds: number;
  toSeconds: number | null;
  n: number;
  /** Of them, those the target applies to (high urgency). */
  targeted: number;
}

/**
 * How response times are spread: a mean alone hides that most are quick and a
 * few are very long. The target is the end of a bucket, so that the buckets up
 * to it hold exactly what met it.
 *
 * @public
 */
export interface ResponseTimeDistribution {
  /** Incidents measured. */
  n: number;
  /** Fewer than ten incidents: read with care. */
  fewIncidents: boolean;
  /** Left out, by reason, as in the figures. */
  excluded: Record<string, number>;
  targetSeconds: number;
  buckets: ResponseTimeBucket[];
}

/**
 * The spread of what {@link acknowledgementTimes} measures.
 *
 * @public
 */
export function acknowledgementDistribution(
  cohort: IncidentRecord[],
  { targetSeconds }: { targetSeconds: number },
): ResponseTimeDistribution {
  const { measured, excluded } = measureAcknowledgements(cohort);
  return {
    n: measured.length,
    fewIncidents: areFew(measured),
    excluded,
    targetSeconds,
    buckets: bucketsOf(measured, ACKNOWLEDGEMENT_BUCKETS, targetSeconds),
  };
}

/**
 * The spread of what {@link resolutionTimes} measures.
 *
 * @public
 */
export function resolutionDistribution(
  cohort: IncidentRecord[],
  { targetSeconds }: { targetSeconds: number },
): ResponseTimeDistribution {
  const { measured, excluded } = measureResolutions(cohort);
  return {
    n: measured.length,
    fewIncidents: areFew(measured),
    excluded,
    targetSeconds,
    buckets: bucketsOf(measured, RESOLUTION_BUCKETS, targetSeconds),
  };
}

function bucketsOf(
  measured: MeasuredResponse[],
  usual: number[],
  targetSeconds: number,
): ResponseTimeBucket[] {
  const isEnd = Number.isFinite(targetSeconds) && targetSeconds > 0;
  const ends = [...new Set([...usual, ...(isEnd ? [targetSeconds] : [])])];
  ends.sort((a, b) => a - b);
  const buckets = [...ends, null].map(
    (toSeconds, index): ResponseTimeBucket => ({
      fromSeconds: index === 0 ? 0 : ends[index - 1],
      toSeconds,
      n: 0,
      targeted: 0,
    }),
  );
  for (const { seconds, targeted } of measured) {
    const bucket = buckets.find(
      ({ toSeconds }) => toSeconds === null || seconds <= toSeconds,
    );
    if (bucket) {
      bucket.n += 1;
      bucket.targeted += targeted ? 1 : 0;
    }
  }
  return buckets;
}
