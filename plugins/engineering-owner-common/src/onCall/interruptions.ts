import { causesFirst } from './causesFirst';
import { HourClass, hourClass } from './hourClass';
import { IncidentRecord, urgencyAtTrigger } from './incidentRecord';
import { instantOf } from './instant';
import { IncidentEvent, Urgency } from './model';
import { OnCallPeriod, periodStretch } from './period';
import { Stretch } from './stretches';

/**
 * A moment at which somebody was torn out of what they did: they were paged for
 * an incident of high urgency.
 *
 * @public
 */
export interface Interruption {
  incidentId: string;
  responderId: string;
  /** ISO 8601. */
  at: string;
  channel: 'sms' | 'phone' | 'push';
  /** By the responder's own clock; absent where their time zone is not known. */
  hourClass?: HourClass;
}

/**
 * Why a notification in the period is not an interruption. `repeated`: of one
 * already counted; `quiet_channel`: neither sms nor phone nor push;
 * `nobody_named`: the log does not say who was notified.
 *
 * @public
 */
export type NoInterruption =
  | 'low_urgency'
  | 'quiet_channel'
  | 'repeated'
  | 'nobody_named'
  | 'impossible_times';

/**
 * @public
 */
export interface Interruptions {
  /** In the order of time. */
  interruptions: Interruption[];
  /** Notifications left out, by reason. Without a time they are in every period. */
  excluded: Partial<Record<NoInterruption, number>>;
}

/**
 * The interruptions of a period, by our rule: the first notification by sms,
 * phone or push of each person for each incident, while it is of high urgency.
 * The same person is interrupted again after the incident
 *
 * - lost its acknowledgement (`unacknowledge`),
 * - came back to them by escalation; an escalation that does not say to whom
 *   came back to whoever is notified after it,
 * - was reopened.
 *
 * Handing an incident over by hand begins nothing. At the same second, what
 * causes a notification comes before it. What was merged or resolved itself
 * interrupted all the same.
 *
 * @param records - incidents with their whole log, also those that began before
 * the period
 *
 * @public
 */
export function interruptionsOf(
  records: IncidentRecord[],
  options: {
    period: OnCallPeriod;
    /** IANA name of a responder's time zone. */
    timeZoneOf: (responderId: string) => string | undefined;
  },
): Interruptions {
  const period = periodStretch(options.period);
  const found: Array<Interruption & { time: number }> = [];
  const excluded: Interruptions['excluded'] = {};
  for (const record of records) {
    for (const page of pagesOf(record, period)) {
      if (page.kind === 'none') {
        excluded[page.reason] = (excluded[page.reason] ?? 0) + 1;
      } else {
        const { responderId, time, channel } = page;
        const by = hourClass(time, options.timeZoneOf(responderId));
        found.push({
          incidentId: record.incident.id,
          responderId,
          at: new Date(time).toISOString(),
          channel,
          ...(by && { hourClass: by }),
          time,
        });
      }
    }
  }
  return {
    interruptions: found
      .sort((a, b) => a.time - b.time)
      .map(({ time: _, ...interruption }) => interruption),
    excluded,
  };
}

type Page =
  | {
      kind: 'page';
      responderId: string;
      time: number;
      channel: Interruption['channel'];
    }
  | { kind: 'none'; reason: NoInterruption };

/** Each notification of an incident in the period, and what it was. */
function pagesOf(record: IncidentRecord, period: Stretch): Page[] {
  const pages: Page[] = [];
  const state: State = {
    urgency: urgencyAtTrigger(record),
    resolved: false,
    interrupted: new Set(),
  };
  for (const event of causesFirst(record.events)) {
    const time = instantOf(event.at);
    if (event.kind !== 'notify') {
      if (time !== undefined) {
        advance(state, event);
      }
    } else if (time === undefined) {
      pages.push({ kind: 'none', reason: 'impossible_times' });
    } else {
      const found = notified(state, event, time);
      if (period.from <= time && time < period.to) {
        pages.push(...found);
      }
    }
  }
  return pages;
}

/** What decides, at some time, whether a notification interrupts somebody. */
interface State {
  urgency: Urgency;
  resolved: boolean;
  /** Those whom a further notification does not interrupt. */
  interrupted: Set<string>;
}

function advance(state: State, event: IncidentEvent): void {
  switch (event.kind) {
    case 'urgency_change':
      state.urgency =
        event.urgency ?? (state.urgency === 'high' ? 'low' : 'high');
      break;
    case 'resolve':
      state.resolved = true;
      break;
    case 'trigger':
    case 'reopen':
      // PagerDuty's log shows a reopening as a further trigger.
      if (state.resolved) {
        state.resolved = false;
        state.interrupted.clear();
      }
      break;
    case 'unacknowledge':
      state.interrupted.clear();
      break;
    case 'escalate':
      if (event.responderIds?.length) {
        event.responderIds.forEach(id => state.interrupted.delete(id));
      } else {
        state.interrupted.clear();
      }
      break;
    default:
  }
}

function notified(
  { urgency, interrupted }: State,
  { channel, responderIds = [] }: IncidentEvent,
  time: number,
): Page[] {
  if (channel !== 'sms' && channel !== 'phone' && channel !== 'push') {
    return [{ kind: 'none', reason: 'quiet_channel' }];
  }
  if (urgency !== 'high') {
    return [{ kind: 'none', reason: 'low_urgency' }];
  }
  if (responderIds.length === 0) {
    return [{ kind: 'none', reason: 'nobody_named' }];
  }
  return [...new Set(responderIds)].map(responderId => {
    if (interrupted.has(responderId)) {
      return { kind: 'none', reason: 'repeated' };
    }
    interrupted.add(responderId);
    return { kind: 'page', responderId, time, channel };
  });
}
