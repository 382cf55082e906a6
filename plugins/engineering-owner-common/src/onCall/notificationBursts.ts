import { IncidentEvent } from './model';
import { NotifiedStep, TimedStep } from './timelineStep';

/** Notifications closer than this, with nothing else between them, are one step. */
const BURST_MS = 5 * 60_000;

/**
 * Adds a notification to the last step if that is a burst it belongs to, or else
 * as a step of its own.
 */
export function addNotification(
  steps: TimedStep[],
  { responderIds, channel }: IncidentEvent,
  time: number,
): void {
  const until = new Date(time).toISOString();
  const last = steps[steps.length - 1]?.step;
  const burst =
    last?.kind === 'notified' && time - Date.parse(last.until) <= BURST_MS
      ? last
      : undefined;
  const step: NotifiedStep = burst ?? { kind: 'notified', until, people: [] };
  step.until = until;
  const named = responderIds?.length ? new Set(responderIds) : [undefined];
  for (const responderId of named) {
    let person = step.people.find(each => each.responderId === responderId);
    if (!person) {
      person = { ...(responderId && { responderId }), channels: [], n: 0 };
      step.people.push(person);
    }
    person.n += 1;
    if (channel && !person.channels.includes(channel)) {
      person.channels.push(channel);
    }
  }
  if (!burst) {
    steps.push({ time, step });
  }
}
