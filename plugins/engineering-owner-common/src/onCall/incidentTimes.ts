import { causesFirst } from './causesFirst';
import {
  firstAcknowledgementByPerson,
  NoAcknowledgement,
  whyUnacknowledged,
} from './firstAcknowledgement';
import { IncidentRecord } from './incidentRecord';
import { IncidentEvent } from './model';
import { reopens, secondsOpen } from './rest';

/**
 * When an incident was opened last, and how long it took. Time that it lay
 * resolved before it was reopened is nobody's and in none of these.
 *
 * @public
 */
export interface IncidentTimes {
  /** When it was reopened last, ISO 8601; absent: it never was, as far as is known. */
  reopenedAt?: string;
  /** Since when one that was acknowledged waits again, ISO 8601. */
  acknowledgementLostAt?: string;
  /** From the trigger to the first acknowledgement by a person. */
  acknowledgedAfterSeconds?: number;
  /** From the trigger to the last resolve. */
  resolvedAfterSeconds?: number;
  /** Why no person acknowledged it; absent: somebody did. */
  unacknowledged?: NoAcknowledgement;
}

/**
 * What an incident's own times and its log say together.
 *
 * @public
 */
export function incidentTimes(record: IncidentRecord): IncidentTimes {
  const { incident, events } = record;
  const ordered = causesFirst(events);
  const reopenedAt = lastReopening(ordered);
  const lostAt =
    incident.status === 'triggered' ? lostAcknowledgement(ordered) : undefined;
  const acknowledgement = firstAcknowledgementByPerson(events);
  const acknowledged =
    acknowledgement && secondsOpen(record, acknowledgement.at);
  const end =
    incident.status === 'resolved'
      ? incident.resolvedAt ??
        ordered.findLast(({ kind }) => kind === 'resolve')?.at
      : undefined;
  const resolved = end === undefined ? undefined : secondsOpen(record, end);
  return {
    ...(reopenedAt !== undefined && { reopenedAt }),
    ...(lostAt !== undefined && { acknowledgementLostAt: lostAt }),
    ...(acknowledged !== undefined && {
      acknowledgedAfterSeconds: acknowledged,
    }),
    ...(resolved !== undefined && { resolvedAfterSeconds: resolved }),
    ...(!acknowledgement && { unacknowledged: whyUnacknowledged(record) }),
  };
}

/**
 * What the age of an open incident is told from.
 *
 * @public
 */
export interface OpenedTimes
  extends Pick<IncidentTimes, 'reopenedAt' | 'acknowledgementLostAt'> {
  /** When it was triggered first, ISO 8601. */
  createdAt: string;
}

/**
 * Since when an open incident is open: when it was reopened last, or else
 * triggered.
 *
 * @public
 */
export function openSince({ reopenedAt, createdAt }: OpenedTimes): string {
  return reopenedAt ?? createdAt;
}

/**
 * Since when an incident that is not acknowledged waits for somebody: when it
 * lost its acknowledgement, was reopened or was triggered, whichever came last.
 *
 * @public
 */
export function waitingSince(incident: OpenedTimes): string {
  return incident.acknowledgementLostAt ?? openSince(incident);
}

function lastReopening(ordered: IncidentEvent[]): string | undefined {
  let reopenedAt: string | undefined;
  let isResolved = false;
  for (const { kind, at } of ordered) {
    if (kind === 'resolve') {
      isResolved = true;
    } else if (kind === 'reopen' || (isResolved && reopens(kind))) {
      reopenedAt = at;
      isResolved = false;
    }
  }
  return reopenedAt;
}

/** Absent where it was reopened after it, or acknowledged again. */
function lostAcknowledgement(ordered: IncidentEvent[]): string | undefined {
  const last = ordered.findLast(({ kind }) =>
    ['acknowledge', 'unacknowledge', 'resolve', 'reopen'].includes(kind),
  );
  return last?.kind === 'unacknowledge' ? last.at : undefined;
}
