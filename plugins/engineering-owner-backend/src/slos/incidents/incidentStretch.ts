import { Incident } from '@engineering-owner/backstage-plugin-common';
import { Stretch } from '@engineering-owner/backstage-plugin-node';

const MINUTE = 60_000;

/** An alert waits before it is raised; what went wrong began so much earlier. */
const detectionLagMs = 5 * MINUTE;

/** An incident that is over, with the whole minutes it is charged for. */
export interface ClosedIncident {
  sourceId: string;
  id: string;
  serviceId: string;
  resolvedAt: string;
  stretch: Stretch;
}

/**
 * The time an incident is charged for: from shortly before it was triggered
 * until it was resolved. Undefined while it is open, when it was merged into
 * another one, which is charged itself, or when its times make no sense.
 */
export function closedIncident(
  sourceId: string,
  incident: Incident,
): ClosedIncident | undefined {
  const { id, serviceId, status, createdAt, resolvedAt, mergedInto } = incident;
  const triggered = Date.parse(createdAt);
  const resolved = resolvedAt === undefined ? NaN : Date.parse(resolvedAt);
  if (
    status !== 'resolved' ||
    resolvedAt === undefined ||
    mergedInto !== undefined ||
    !(resolved >= triggered)
  ) {
    return undefined;
  }
  return {
    sourceId,
    id,
    serviceId,
    resolvedAt,
    stretch: {
      from: new Date(
        Math.floor((triggered - detectionLagMs) / MINUTE) * MINUTE,
      ),
      to: new Date(Math.ceil(resolved / MINUTE) * MINUTE),
    },
  };
}
