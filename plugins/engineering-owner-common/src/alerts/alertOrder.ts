import { AlertStatus } from './model';

/** What rules commonly call it, most urgent first; unknown words come after. */
const severities = [
  ['critical', 'page', 'fatal', 'emergency'],
  ['error', 'major', 'high'],
  ['warning', 'warn', 'ticket', 'minor'],
  ['info', 'informational', 'none'],
];

/**
 * Those that somebody is told of first; firing before pending, then the most
 * urgent, then the oldest.
 *
 * @public
 */
export function mostUrgentAlertFirst(alerts: AlertStatus[]): AlertStatus[] {
  return [...alerts].sort(
    (a, b) =>
      Number(Boolean(a.suppression)) - Number(Boolean(b.suppression)) ||
      Number(a.state === 'pending') - Number(b.state === 'pending') ||
      urgencyOf(a) - urgencyOf(b) ||
      Date.parse(a.since) - Date.parse(b.since) ||
      (a.fingerprint < b.fingerprint ? -1 : 1),
  );
}

/** A word nobody knows stands between a warning and an info. */
function urgencyOf({ severity }: AlertStatus): number {
  const word = severity?.toLowerCase() ?? '';
  const rank = severities.findIndex(words => words.includes(word));
  return rank === -1 ? 2.5 : rank;
}
