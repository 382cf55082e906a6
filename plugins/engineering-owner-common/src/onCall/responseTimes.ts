import { durationFigures } from './durations';
import { firstAcknowledgement } from './firstAcknowledgement';
import { IncidentRecord, urgencyAtTrigger } from './incidentRecord';
import { ResponseTimes } from './status';
import { timeToResolve } from './timeToResolve';

/** With fewer measured incidents the figures are flagged. */
const FEW_INCIDENTS = 10;

/**
 * Time to acknowledge, of incidents that were of high urgency when triggered.
 * The cohort is what it is given: the caller chooses incidents by creation.
 *
 * Left out, each with its count: `low_urgency`, `merged` (its work went on in
 * another incident), and the reasons of {@link firstAcknowledgement}.
 *
 * @public
 */
export function acknowledgementTimes(
  cohort: IncidentRecord[],
  options: { targetSeconds: number },
): ResponseTimes {
  const measured: Measured[] = [];
  const excluded: Record<string, number> = {};
  for (const record of cohort) {
    if (urgencyAtTrigger(record) !== 'high') {
      count(excluded, 'low_urgency');
    } else if (record.incident.mergedInto !== undefined) {
      count(excluded, 'merged');
    } else {
      const acknowledgement = firstAcknowledgement(record);
      if (acknowledgement.kind === 'none') {
        count(excluded, acknowledgement.reason);
      } else {
        measured.push({ seconds: acknowledgement.seconds, targeted: true });
      }
    }
  }
  return summarise(measured, excluded, options.targetSeconds);
}

/**
 * Time to resolve, of incidents of both urgencies; the target is for those
 * that were of high urgency when triggered. The cohort is what it is given.
 *
 * Left out, each with its count: `merged`, `auto_resolved` (reported apart in
 * `autoResolved`), and the reasons of {@link timeToResolve}.
 *
 * @public
 */
export function resolutionTimes(
  cohort: IncidentRecord[],
  options: { targetSeconds: number },
): ResponseTimes {
  const measured: Measured[] = [];
  const automatic: number[] = [];
  const excluded: Record<string, number> = {};
  for (const record of cohort) {
    if (record.incident.mergedInto !== undefined) {
      count(excluded, 'merged');
      continue;
    }
    const resolution = timeToResolve(record);
    if (resolution.kind === 'none') {
      count(excluded, resolution.reason);
    } else if (resolution.automatic) {
      count(excluded, 'auto_resolved');
      automatic.push(resolution.seconds);
    } else {
      measured.push({
        seconds: resolution.seconds,
        targeted: urgencyAtTrigger(record) === 'high',
      });
    }
  }
  return {
    ...summarise(measured, excluded, options.targetSeconds),
    autoResolved: { n: automatic.length, figures: durationFigures(automatic) },
  };
}

interface Measured {
  seconds: number;
  /** The target applies to this incident. */
  targeted: boolean;
}

function summarise(
  measured: Measured[],
  excluded: Record<string, number>,
  targetSeconds: number,
): ResponseTimes {
  const targeted = measured.filter(each => each.targeted);
  return {
    n: measured.length,
    figures: durationFigures(measured.map(each => each.seconds)),
    fewIncidents: measured.length < FEW_INCIDENTS,
    excluded,
    targetSeconds,
    withinTarget: {
      n: targeted.filter(each => each.seconds <= targetSeconds).length,
      of: targeted.length,
    },
  };
}

function count(excluded: Record<string, number>, reason: string): void {
  excluded[reason] = (excluded[reason] ?? 0) + 1;
}
