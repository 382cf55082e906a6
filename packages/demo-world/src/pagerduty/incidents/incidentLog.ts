import { IncidentEvent } from './event';
import {
  applyEvent,
  ImpossibleEventError,
  IncidentState,
} from './incidentState';

/** An incident as the account knows it: its number, state and events. */
export interface LoggedIncident {
  number: number;
  state: IncidentState;
  /** Oldest first. */
  events: IncidentEvent[];
}

/** Called with every event that happens, and the incident after it. */
export type IncidentListener = (
  event: IncidentEvent,
  incident: LoggedIncident,
) => void;

/** What has happened to every incident, and what is planned to happen. */
export class IncidentLog {
  private readonly byId = new Map<string, LoggedIncident>();
  private readonly happened: IncidentEvent[] = [];
  private readonly listeners = new Set<IncidentListener>();
  private planned: IncidentEvent[] = [];

  /** Every incident, oldest first. */
  incidents(): LoggedIncident[] {
    return [...this.byId.values()];
  }

  incident(id: string): LoggedIncident | undefined {
    return this.byId.get(id);
  }

  /** Every event of the account, oldest first. */
  events(): readonly IncidentEvent[] {
    return this.happened;
  }

  /** Tells the listener of each later event; the answer stops that. */
  listen(listener: IncidentListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /**
   * Lets an event happen.
   *
   * @throws {@link ImpossibleEventError} when it does not fit the incident.
   */
  append(event: IncidentEvent): LoggedIncident {
    const before = this.byId.get(event.incidentId);
    const incident: LoggedIncident = {
      number: before?.number ?? this.byId.size + 1,
      state: applyEvent(before?.state, event),
      events: [...(before?.events ?? []), event],
    };
    this.byId.set(event.incidentId, incident);
    this.happened.push(event);
    this.listeners.forEach(listener => listener(event, incident));
    return incident;
  }

  /** Events that happen by themselves when their time comes. */
  plan(events: readonly IncidentEvent[]): void {
    this.planned = [...this.planned, ...events].sort((a, b) => a.at - b.at);
  }

  /** Lets happen what is due. */
  advance(now: number): void {
    const due = this.planned.filter(event => event.at <= now);
    if (due.length === 0) {
      return;
    }
    this.planned = this.planned.filter(event => event.at > now);
    due.forEach(event => this.happenIfPossible(event));
  }

  /** Someone may have acted through the API since the event was planned. */
  private happenIfPossible(event: IncidentEvent): void {
    const status = this.byId.get(event.incidentId)?.state.status;
    const onlyWhileUnanswered =
      event.kind === 'notify' ||
      event.kind === 'acknowledge' ||
      (event.kind === 'escalate' && event.channel === 'timeout');
    if (onlyWhileUnanswered && status !== 'triggered') {
      return;
    }
    try {
      this.append(event);
    } catch (error) {
      if (!(error instanceof ImpossibleEventError)) {
        throw error;
      }
    }
  }
}
