import { firstAcknowledgement } from './firstAcknowledgement';
import { IncidentRecord, urgencyAtTrigger } from './incidentRecord';
import { timeToResolve } from './timeToResolve';

/** With fewer measured incidents the figures are flagged. */
const FEW_INCIDENTS = 10;

/** So few that the figures are to be read with care. */
export function areFew(measured: MeasuredResponse[]): boolean {
  return measured.length < FEW_INCIDENTS;
}

/** How long one incident took. */
export interface MeasuredResponse {
  seconds: number;
  /** The target applies to it: it was of high urgency when triggered. */
  targeted: boolean;
}

/** The incidents of a cohort that could be measured, and why the others not. */
export interface MeasuredResponses {
  measured: MeasuredResponse[];
  excluded: Record<string, number>;
}

/** Times to acknowledge of incidents of high urgency at their trigger. */
export function measureAcknowledgements(
  cohort: IncidentRecord[],
): MeasuredResponses {
  const measured: MeasuredResponse[] = [];
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
  return { measured, excluded };
}

/** Times to resolve of incidents that a person resolved; seconds of the others apart. */
export function measureResolutions(
  cohort: IncidentRecord[],
): MeasuredResponses & { automatic: number[] } {
  const measured: MeasuredResponse[] = [];
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
  return { measured, excluded, automatic };
}

function count(excluded: Record<string, number>, reason: string): void {
  excluded[reason] = (excluded[reason] ?? 0) + 1;
}
