import { inLogOrder } from './logOrder';
import { IncidentEvent } from './model';

/**
 * The log in the order of time; at the same second the trigger comes first and
 * notifications last, since what else happened then caused them. PagerDuty's
 * times are whole seconds, and its lists begin with the newest entry.
 */
export function causesFirst(events: IncidentEvent[]): IncidentEvent[] {
  return inLogOrder(events, rankOf);
}

function rankOf(kind: IncidentEvent['kind']): number {
  switch (kind) {
    case 'trigger':
      return 0;
    case 'notify':
      return 2;
    default:
      return 1;
  }
}
