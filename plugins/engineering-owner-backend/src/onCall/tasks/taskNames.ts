import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { sourceId } from '../../sources/sourceId';

/** What is read of an account, each by a task of its own: one may lack a scope. */
export const onCallReads = {
  directory: { everySeconds: 600, what: 'services and escalation policies' },
  shifts: { everySeconds: 300, what: 'on-call shifts' },
  incidents: { everySeconds: 60, what: 'open incidents' },
  changes: { everySeconds: 60, what: 'changes of incidents' },
  pastShifts: { everySeconds: 60, what: 'past on-call shifts' },
  history: { everySeconds: 60, what: 'past incidents' },
} as const;

/** `directory`, `shifts` … */
export type OnCallRead = keyof typeof onCallReads;

/** Name of a task, for example `onCall.shifts:pagerduty:default`. */
export function onCallTaskName(read: OnCallRead, source: SourceRef): string {
  return `onCall.${read}:${sourceId(source)}`;
}
