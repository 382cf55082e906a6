import { causesFirst } from './causesFirst';
import { IncidentRecord, inOrderOfTime } from './incidentRecord';
import { IncidentAgent, IncidentEvent } from './model';
import { secondsOpen } from './rest';

/**
 * Why an incident has no time to acknowledge. `not_yet_acknowledged`: it is
 * open and waiting. `log_incomplete`: it is or was acknowledged, but the log
 * we hold does not say when.
 *
 * @public
 */
export type NoAcknowledgement =
  | 'not_yet_acknowledged'
  | 'never_acknowledged'
  | 'acknowledged_by_machine'
  | 'acknowledged_by_creator'
  | 'log_incomplete'
  | 'impossible_times';

/**
 * @public
 */
export type FirstAcknowledgement =
  | { kind: 'acknowledged'; at: string; by: IncidentAgent; seconds: number }
  | { kind: 'none'; reason: NoAcknowledgement };

/**
 * The first explicit acknowledgement by a person: what time to acknowledge is
 * measured to. Assigning, escalating and resolving acknowledge nothing; an
 * acknowledgement that times out still counts; one made through an API or by a
 * service does not, since nobody has looked. One made from the portal has a
 * channel of its own, since somebody has.
 *
 * Time the incident lay resolved before it was reopened does not count, as it
 * does not for time to resolve: nobody could acknowledge it.
 *
 * @public
 */
export function firstAcknowledgement(
  record: IncidentRecord,
): FirstAcknowledgement {
  const { events } = record;
  const byPerson = firstAcknowledgementByPerson(events);
  if (!byPerson) {
    return { kind: 'none', reason: whyUnacknowledged(record) };
  }
  const ordered = causesFirst(events);
  const creator = ordered.find(e => e.kind === 'trigger')?.agent;
  if (
    creator?.type === 'user' &&
    creator.id !== undefined &&
    creator.id === byPerson.agent.id
  ) {
    return { kind: 'none', reason: 'acknowledged_by_creator' };
  }
  const seconds = secondsOpen(record, byPerson.at);
  return seconds === undefined
    ? { kind: 'none', reason: 'impossible_times' }
    : { kind: 'acknowledged', at: byPerson.at, by: byPerson.agent, seconds };
}

/**
 * The entry of a log by which a person first acknowledged, be it the one who
 * opened the incident.
 *
 * @public
 */
export function firstAcknowledgementByPerson(
  events: IncidentEvent[],
): IncidentEvent | undefined {
  return inOrderOfTime(events).find(
    event =>
      event.kind === 'acknowledge' &&
      event.agent.type === 'user' &&
      event.channel !== 'api',
  );
}

/** Why no person acknowledged an incident, of one that none did. */
export function whyUnacknowledged({
  incident,
  events,
}: IncidentRecord): NoAcknowledgement {
  if (events.some(event => event.kind === 'acknowledge')) {
    return 'acknowledged_by_machine';
  }
  if (incident.status === 'acknowledged') {
    return 'log_incomplete';
  }
  if (incident.status === 'triggered') {
    return 'not_yet_acknowledged';
  }
  // A log that lost the resolve may have lost an acknowledgement before it.
  return events.some(event => event.kind === 'resolve')
    ? 'never_acknowledged'
    : 'log_incomplete';
}
