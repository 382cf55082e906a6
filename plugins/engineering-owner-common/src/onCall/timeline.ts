import { isAutomatic } from './automatic';
import { causesFirst } from './causesFirst';
import { firstAcknowledgementByPerson } from './firstAcknowledgement';
import { IncidentRecord } from './incidentRecord';
import { instantOf } from './instant';
import { Incident, IncidentEvent } from './model';
import { addNotification } from './notificationBursts';
import { Step, TimedStep, TimelineStep } from './timelineStep';

/**
 * @public
 */
export interface IncidentTimeline {
  steps: TimelineStep[];
  /**
   * Entries of the log that are no step, by reason: `impossible_times`,
   * `other_kind`.
   */
  excluded: { impossible_times?: number; other_kind?: number };
}

/**
 * What happened to an incident, step by step, in the order of time; at the same
 * second what causes a notification comes before it. Notifications that follow
 * each other within five minutes with nothing between them are one step. Where
 * the log lacks the beginning or the end, the incident's own times stand in.
 *
 * @public
 */
export function incidentTimeline(record: IncidentRecord): IncidentTimeline {
  const { incident, events } = record;
  const excluded: IncidentTimeline['excluded'] = {};
  const steps: TimedStep[] = [];
  const state: State = { triggered: false, resolved: false, assigned: false };
  const first = firstAcknowledgementByPerson(events);
  for (const event of causesFirst(events)) {
    const time = instantOf(event.at);
    if (time === undefined) {
      excluded.impossible_times = (excluded.impossible_times ?? 0) + 1;
      continue;
    }
    if (event.kind === 'notify') {
      addNotification(steps, event, time);
      continue;
    }
    const step = stepOf(event, { state, isFirst: event === first });
    if (step) {
      steps.push({ time, step });
    } else {
      excluded.other_kind = (excluded.other_kind ?? 0) + 1;
    }
  }
  addMissingEnds(steps, incident, state);
  return {
    steps: steps
      .sort((a, b) => a.time - b.time)
      .map(({ time, step }) => ({
        at: new Date(time).toISOString(),
        ...step,
      })),
    excluded,
  };
}

interface State {
  triggered: boolean;
  resolved: boolean;
  assigned: boolean;
}

/** Nothing for an entry that is no step; knows what the entries before it did. */
function stepOf(
  event: IncidentEvent,
  { state, isFirst }: { state: State; isFirst: boolean },
): Step | undefined {
  const { agent: by, channel } = event;
  const to = event.responderIds ?? [];
  switch (event.kind) {
    case 'trigger':
      return triggerStep(event, state);
    case 'reopen':
      state.resolved = false;
      return { kind: 'reopened', by };
    case 'acknowledge':
      return {
        kind: 'acknowledged',
        by,
        ...(channel && { channel }),
        first: isFirst,
      };
    case 'unacknowledge':
      return { kind: 'unacknowledged', by, timeout: isAutomatic(event) };
    case 'escalate':
      state.assigned = true;
      return { kind: 'escalated', by, to, timeout: isAutomatic(event) };
    case 'assign': {
      const kind = state.assigned ? 'reassigned' : 'assigned';
      state.assigned = true;
      return { kind, by, to };
    }
    case 'delegate':
      state.assigned = true;
      return { kind: 'delegated', by, to };
    case 'snooze':
      return { kind: 'snoozed', by };
    case 'annotate':
      return { kind: 'noted', by };
    case 'urgency_change': {
      const { urgency } = event;
      return { kind: 'urgency_changed', by, ...(urgency && { urgency }) };
    }
    case 'priority_change': {
      const { priority } = event;
      return {
        kind: 'priority_changed',
        by,
        ...(priority !== undefined && { priority }),
      };
    }
    case 'resolve':
      state.resolved = true;
      return { kind: 'resolved', by, automatic: isAutomatic(event) };
    default:
      return undefined;
  }
}

/** PagerDuty's log shows a reopening as a further trigger. */
function triggerStep(
  { agent: by, urgency }: IncidentEvent,
  state: State,
): Step {
  if (state.resolved) {
    state.resolved = false;
    return { kind: 'reopened', by };
  }
  if (state.triggered) {
    return { kind: 'triggered_again', by };
  }
  state.triggered = true;
  return { kind: 'triggered', by, ...(urgency && { urgency }) };
}

/** Beginning and end as the incident tells them, where its log does not. */
function addMissingEnds(
  steps: TimedStep[],
  { createdAt, resolvedAt, status, mergedInto }: Incident,
  state: State,
): void {
  const created = instantOf(createdAt);
  if (!state.triggered && created !== undefined) {
    steps.unshift({
      time: created,
      step: { kind: 'triggered', fromIncident: true },
    });
  }
  const resolved = resolvedAt === undefined ? undefined : instantOf(resolvedAt);
  if (status === 'resolved' && !state.resolved && resolved !== undefined) {
    steps.push({
      time: resolved,
      step: { kind: 'resolved', fromIncident: true },
    });
  }
  const end = steps
    .map(({ step }) => step)
    .filter(isResolved)
    .pop();
  if (end && mergedInto !== undefined) {
    end.mergedInto = mergedInto;
  }
}

function isResolved(step: Step): step is Extract<Step, { kind: 'resolved' }> {
  return step.kind === 'resolved';
}
