import { IncidentEvent } from '../incidents/event';
import { backgroundEvents } from './background';
import { Cast } from './cast';
import { storyEvents } from './stories/stories';

/** Everything that happened in 90 days, and what the stories still plan. */
export function plannedHistory(cast: Cast): IncidentEvent[] {
  return [...backgroundEvents(cast), ...storyEvents(cast)];
}
