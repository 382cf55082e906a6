import { instantOf } from './instant';
import { inOrderOfTime } from './incidentRecord';
import { IncidentEvent } from './model';

/** The channel of what people do from the portal. */
const PORTAL_CHANNEL = 'portal';

/**
 * Of the log of an incident on which somebody acted from the portal: the entry
 * that says so, with the portal as its channel. On-call systems log it as made
 * through their API, as what machines do, and acknowledgements of machines are
 * not counted. Undefined where the log has no such entry.
 *
 * @param action - what was done, not before `since`
 *
 * @public
 */
export function throughPortal(
  events: IncidentEvent[],
  action: { kind: IncidentEvent['kind']; since: Date },
): IncidentEvent | undefined {
  const last = inOrderOfTime(events)
    .filter(
      ({ kind, at }) => kind === action.kind && instantOf(at) !== undefined,
    )
    .at(-1);
  const isOurs =
    last?.agent.type === 'user' &&
    last.channel === 'api' &&
    (instantOf(last.at) ?? -Infinity) >= action.since.getTime();
  return isOurs ? { ...last, channel: PORTAL_CHANNEL } : undefined;
}
