import { firstAcknowledgement } from './firstAcknowledgement';
import { IncidentRecord } from './incidentRecord';
import { LoadLimit, LoadTone, toneOf } from './loadLimits';
import { isWithin, OnCallPeriod, periodStretch } from './period';
import { timeToResolve } from './timeToResolve';

/** With fewer incidents the figure is flagged. */
const FEW_INCIDENTS = 10;

/**
 * Incidents that nobody needed to be told of: they resolved themselves and were
 * never acknowledged, by a person or a machine.
 *
 * @public
 */
export interface Noise {
  /** Shorter than asked for where not all of it is known. */
  period: OnCallPeriod;
  /** Not all of the period asked for is known; then it is never fine. */
  partial?: boolean;
  n: number;
  /** Of so many incidents created in the period. */
  of: number;
  /** From 0 to 1. Absent without incidents. */
  ratio?: number;
  /** Fewer than ten incidents: read with care. */
  fewIncidents: boolean;
  /**
   * Incidents left out, by reason: `merged`, `log_incomplete` (resolved, but the
   * log does not say how), `impossible_times`.
   */
  excluded: {
    merged?: number;
    log_incomplete?: number;
    impossible_times?: number;
  };
  tone: LoadTone;
}

/** Noise among the incidents created in the period, of both urgencies; open ones are none so far. */
export function noise(
  records: IncidentRecord[],
  { period, limit }: { period: OnCallPeriod; limit: LoadLimit },
): Noise {
  const bounds = periodStretch(period);
  const excluded: Noise['excluded'] = {};
  let n = 0;
  let of = 0;
  for (const record of records) {
    if (!isWithin(record.incident.createdAt, bounds)) {
      continue;
    }
    const kind = kindOf(record);
    if (kind === 'noise' || kind === 'signal') {
      of += 1;
      n += kind === 'noise' ? 1 : 0;
    } else {
      excluded[kind] = (excluded[kind] ?? 0) + 1;
    }
  }
  const ratio = of > 0 ? n / of : undefined;
  return {
    period,
    n,
    of,
    ...(ratio !== undefined && { ratio }),
    fewIncidents: of < FEW_INCIDENTS,
    excluded,
    tone: toneOf(ratio, limit),
  };
}

function kindOf(
  record: IncidentRecord,
): 'noise' | 'signal' | keyof Noise['excluded'] {
  if (record.incident.mergedInto !== undefined) {
    return 'merged';
  }
  const resolution = timeToResolve(record);
  if (resolution.kind === 'none') {
    return resolution.reason === 'not_yet_resolved'
      ? 'signal'
      : resolution.reason;
  }
  const acknowledgement = firstAcknowledgement(record);
  return resolution.automatic &&
    acknowledgement.kind === 'none' &&
    acknowledgement.reason === 'never_acknowledged'
    ? 'noise'
    : 'signal';
}
