import type {
  OnCallPerson,
  TimelineStep,
} from '@engineering-owner/backstage-plugin-common';
import { formatCount } from '../figures';
import type { T } from '../translation';

/** What a step of a timeline says, in one sentence. */
export function stepText(
  t: T,
  step: TimelineStep,
  people: OnCallPerson[],
): string {
  const nameOf = (id: string | undefined) =>
    people.find(({ responderId }) => responderId === id)?.name ??
    t('onCall.timeline.somebody');
  if (step.kind === 'notified') {
    return t('onCall.timeline.notified', {
      people: step.people
        .map(({ responderId, channels, n }) =>
          t('onCall.timeline.channels', {
            person: nameOf(responderId),
            channels:
              n > channels.length
                ? t('onCall.timeline.times', {
                    channel: channels.join(', '),
                    n: formatCount(n),
                  })
                : channels.join(', '),
          }),
        )
        .join(', '),
    });
  }
  const by =
    step.by?.type === 'user' && step.by.id !== undefined
      ? nameOf(step.by.id)
      : step.by?.name;
  const to = 'to' in step ? step.to.map(nameOf).join(', ') : '';
  const what = whatHappened(t, step);
  const sentence = withPeople(t, what, {
    by: isTimeout(step) ? undefined : by,
    to,
  });
  if (isTimeout(step)) {
    return t('onCall.timeline.timeout', { what: sentence });
  }
  if (step.kind === 'acknowledged' && step.first) {
    return t('onCall.timeline.first', { what: sentence });
  }
  return 'fromIncident' in step && step.fromIncident
    ? t('onCall.timeline.fromIncident', { what: sentence })
    : sentence;
}

function isTimeout(step: TimelineStep): boolean {
  return 'timeout' in step && step.timeout;
}

function whatHappened(
  t: T,
  step: Exclude<TimelineStep, { kind: 'notified' }>,
): string {
  const what = t(`onCall.timeline.kinds.${step.kind}`);
  switch (step.kind) {
    case 'urgency_changed':
      return step.urgency
        ? t('onCall.timeline.urgency', {
            what,
            urgency: t(`onCall.recent.urgencies.${step.urgency}`),
          })
        : what;
    case 'priority_changed':
      if (step.priority === null) {
        return t('onCall.timeline.noPriority');
      }
      return step.priority === undefined
        ? what
        : t('onCall.timeline.priority', { priority: step.priority });
    case 'resolved':
      if (step.mergedInto) {
        return t('onCall.timeline.mergedInto', { incident: step.mergedInto });
      }
      return step.automatic ? t('onCall.timeline.automatic', { what }) : what;
    default:
      return what;
  }
}

function withPeople(
  t: T,
  what: string,
  { by, to }: { by: string | undefined; to: string },
): string {
  if (by && to) {
    return t('onCall.timeline.byTo', { what, by, to });
  }
  if (by) {
    return t('onCall.timeline.by', { what, who: by });
  }
  return to ? t('onCall.timeline.to', { what, who: to }) : what;
}
