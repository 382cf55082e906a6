import type { IncidentStatus } from '@engineering-owner/backstage-plugin-common';
import type { Tone } from '../status';

/** Red while an urgent incident waits for somebody; what somebody has can be looked at. */
export function incidentTone({
  status,
  urgency,
}: Pick<IncidentStatus, 'status' | 'urgency'>): Tone {
  if (status === 'resolved') {
    return 'fine';
  }
  return status === 'triggered' && urgency === 'high'
    ? 'act_now'
    : 'look_today';
}
