import { IncidentEvent } from './model';

/** Whether an entry is no person's doing but a machine's or a timeout's. */
export function isAutomatic({ agent, channel }: IncidentEvent): boolean {
  return agent.type !== 'user' || channel === 'auto' || channel === 'timeout';
}
