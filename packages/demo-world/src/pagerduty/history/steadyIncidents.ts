import { DAY } from '../time';
import { IncidentEvent } from '../incidents/event';
import { Cast, open } from './cast';
import { handled } from './handling';
import { chanceOf } from './randomness';

/**
 * Incidents of a long time before the start, evenly spread over it and over all
 * services. Three in four are answered, the others over before anybody does.
 */
export function steadyIncidents(
  cast: Cast,
  { count, days }: { count: number; days: number },
): IncidentEvent[] {
  const { services } = cast.account;
  const every = (days * DAY) / count;
  return Array.from({ length: count }, (_, index): IncidentEvent[] => {
    const key = `steady/${index}`;
    const chance = chanceOf(`${cast.seed}/${key}`);
    const service = chance.pick(services);
    const script = open(cast, {
      key,
      serviceId: service.id,
      title: `${service.name}: more errors than usual`,
      urgency: chance.pick(['high', 'high', 'low'] as const),
      // The last hours are left to what opens while it runs.
      at: cast.startedAt - DAY / 4 - (index + 1) * every,
    });
    if (chance.next() < 0.25) {
      return script.unanswered(120_000).resolveByMonitoring().events;
    }
    return handled(script, service, {
      acknowledgedAfterSeconds: chance.between(30, 300),
      resolvedAfterMinutes: chance.between(4, 80),
    }).events;
  }).flat();
}
