import { IncidentEvent } from '../../incidents/event';
import { Cast } from '../cast';
import { fulfilmentStories } from './fulfilment';
import { identityStories } from './identity';
import { paymentsStories } from './payments';
import { storefrontStories } from './storefront';

/** What the stories of the cast mean for their pagers, seen from the start. */
export function storyEvents(cast: Cast): IncidentEvent[] {
  const ago = (milliseconds: number) => cast.startedAt - milliseconds;
  return [
    ...storefrontStories,
    ...paymentsStories,
    ...fulfilmentStories,
    ...identityStories,
  ].flatMap(story => story(cast, ago).flatMap(script => script.events));
}
