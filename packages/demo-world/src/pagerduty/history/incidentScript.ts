import {
  Actor,
  EventBody,
  IncidentEvent,
  NotificationMedium,
  Urgency,
} from '../incidents/event';
import { MINUTE, SECOND, wholeSecond } from '../time';
import { ESCALATION_DELAY_MINUTES } from '../account/account';
import { idOf } from './randomness';
import { Roster } from '../onCall/roster';

/** How an incident opens. */
export interface Opening {
  /** The same key gives the same ids. */
  key: string;
  serviceId: string;
  policyId: string;
  title: string;
  urgency: Urgency;
  /** Epoch milliseconds. */
  at: number;
  /** The person who opened it by hand; else monitoring did. */
  openedBy?: string;
  priorityId?: string;
  details?: string;
}

const PAGES: Record<
  Urgency,
  Array<{ after: number; medium: NotificationMedium }>
> = {
  high: [
    { after: 0, medium: 'push' },
    { after: 1 * MINUTE, medium: 'sms' },
    { after: 3 * MINUTE, medium: 'phone' },
    { after: 10 * MINUTE, medium: 'phone' },
  ],
  low: [{ after: 0, medium: 'email' }],
};

/** Writes the events of one incident in the order in which people act. */
export class IncidentScript {
  readonly id: string;
  readonly events: IncidentEvent[] = [];
  private at: number;
  private holder: string | undefined;
  private level = 1;
  private urgency: Urgency;

  constructor(
    private readonly roster: Roster,
    private readonly opening: Opening,
  ) {
    this.id = idOf('Q', opening.key);
    this.at = wholeSecond(opening.at);
    this.urgency = opening.urgency;
    const agent: Actor = opening.openedBy
      ? { type: 'user', id: opening.openedBy }
      : this.service();
    this.write({
      kind: 'trigger',
      agent,
      channel: opening.openedBy ? 'website' : 'api',
      title: opening.title,
      serviceId: opening.serviceId,
      policyId: opening.policyId,
      urgency: opening.urgency,
      incidentKey: opening.key,
      priorityId: opening.priorityId ?? null,
      details: opening.details ?? opening.title,
    });
    if (opening.openedBy) {
      this.holder = opening.openedBy;
      this.write({
        kind: 'assign',
        agent,
        channel: 'website',
        assignees: [opening.openedBy],
        direct: true,
      });
    } else {
      this.assignOnCall();
    }
  }

  /** Nobody answers for so long; the person who holds it is paged meanwhile. */
  unanswered(milliseconds: number): this {
    const from = this.at;
    const until = from + milliseconds;
    PAGES[this.urgency].forEach(({ after, medium }) => {
      if (this.holder && from + after < until) {
        this.at = from + after;
        this.write({
          kind: 'notify',
          agent: this.service(),
          channel: medium,
          userId: this.holder,
          medium,
        });
      }
    });
    this.at = wholeSecond(until);
    return this;
  }

  wait(milliseconds: number): this {
    this.at = wholeSecond(this.at + milliseconds);
    return this;
  }

  acknowledge(by: string | undefined = this.holder): this {
    return this.write({
      kind: 'acknowledge',
      agent: by ? { type: 'user', id: by } : this.service(),
      channel: 'website',
    });
  }

  /** An automation acknowledges, which is no person's answer. */
  acknowledgeByService(): this {
    return this.write({
      kind: 'acknowledge',
      agent: this.service(),
      channel: 'api',
    });
  }

  acknowledgementTimesOut(): this {
    return this.write({
      kind: 'unacknowledge',
      agent: this.service(),
      channel: 'timeout',
    });
  }

  /** Unanswered for the policy's delay, then the next level is paged. */
  escalate(): this {
    this.unanswered(ESCALATION_DELAY_MINUTES * MINUTE);
    const next = this.roster.firstStaffedLevel(
      this.opening.policyId,
      this.level + 1,
      this.at,
    );
    if (!next) {
      return this;
    }
    this.level = next.level;
    this.holder = next.userId;
    return this.write({
      kind: 'escalate',
      agent: this.service(),
      channel: 'timeout',
      assignees: [next.userId],
      level: next.level,
    });
  }

  reassign(to: string): this {
    const agent: Actor = this.holder
      ? { type: 'user', id: this.holder }
      : this.service();
    this.holder = to;
    return this.write({
      kind: 'assign',
      agent,
      channel: 'website',
      assignees: [to],
      direct: true,
    });
  }

  changeUrgency(urgency: Urgency): this {
    this.urgency = urgency;
    return this.write({
      kind: 'urgency_change',
      agent: this.actor(),
      channel: 'website',
      urgency,
    });
  }

  annotate(note: string): this {
    return this.write({
      kind: 'annotate',
      agent: this.actor(),
      channel: 'note',
      note,
    });
  }

  resolve(resolution: string | null = null): this {
    return this.write({
      kind: 'resolve',
      agent: this.actor(),
      channel: 'website',
      mergedInto: null,
      resolution,
    });
  }

  /** The monitoring says that it is over. */
  resolveByMonitoring(): this {
    return this.write({
      kind: 'resolve',
      agent: this.service(),
      channel: 'api',
      mergedInto: null,
      resolution: null,
    });
  }

  mergeInto(incidentId: string): this {
    return this.write({
      kind: 'resolve',
      agent: this.actor(),
      channel: 'website',
      mergedInto: incidentId,
      resolution: null,
    });
  }

  reopen(): this {
    this.write({ kind: 'reopen', agent: this.actor(), channel: 'website' });
    this.level = 1;
    this.assignOnCall();
    return this;
  }

  private assignOnCall(): void {
    const onCall = this.roster.firstStaffedLevel(
      this.opening.policyId,
      this.level,
      this.at,
    );
    if (onCall) {
      this.holder = onCall.userId;
      this.level = onCall.level;
      this.write({
        kind: 'assign',
        agent: this.service(),
        channel: 'auto',
        assignees: [onCall.userId],
        direct: false,
      });
    }
  }

  private actor(): Actor {
    return this.holder ? { type: 'user', id: this.holder } : this.service();
  }

  private service(): Actor {
    return { type: 'service', id: this.opening.serviceId };
  }

  private write(event: EventBody): this {
    this.events.push({
      ...event,
      id: idOf('R', `${this.opening.key}/${this.events.length}`),
      incidentId: this.id,
      at: wholeSecond(this.at),
    });
    return this;
  }
}

/** The script's steps are written in these units. */
export const minutes = (count: number) => count * MINUTE;
export const seconds = (count: number) => count * SECOND;
