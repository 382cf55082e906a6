import { IncidentEvent } from '../onCall/model';

/** So long a webhook may take after polling found the change. */
const GRACE_MS = 5 * 60_000;
/** So far the clocks of sender and receiver may be apart. */
const CLOCK_SKEW_MS = 60_000;

/**
 * What every subscription tells of. Who is notified is never told, and notes,
 * hand-overs and edits are easily left out of one.
 */
const announced: ReadonlyArray<IncidentEvent['kind']> = [
  'trigger',
  'acknowledge',
  'unacknowledge',
  'escalate',
  'resolve',
  'reopen',
];

/**
 * Since when a subscription is silent: the first change that it had to tell of
 * after the last webhook, when that is long enough ago; undefined while it is
 * not. Before the subscription was set up nothing could be told.
 *
 * @param input - `setUpAt` is when webhooks were first taken, `lastReceivedAt`
 * that of the last genuine one, both ISO 8601; `events` are what polling found
 * @public
 */
export function webhookSilence(input: {
  setUpAt: Date;
  lastReceivedAt?: string;
  events: ReadonlyArray<Pick<IncidentEvent, 'kind' | 'at'>>;
  now: Date;
}): string | undefined {
  const { setUpAt, lastReceivedAt, events, now } = input;
  const heardAt = Math.max(
    setUpAt.getTime(),
    lastReceivedAt ? Date.parse(lastReceivedAt) : 0,
  );
  const [first] = events
    .filter(({ kind }) => announced.includes(kind))
    .map(({ at }) => at)
    .filter(at => Date.parse(at) > heardAt + CLOCK_SKEW_MS)
    .sort();
  return first && now.getTime() - Date.parse(first) > GRACE_MS
    ? first
    : undefined;
}
