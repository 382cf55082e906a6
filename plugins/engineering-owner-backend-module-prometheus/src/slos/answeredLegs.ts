import { Sample } from '../client/PrometheusClient';
import { legLabel } from './legs';

/**
 * The values of a query made of legs, by entity and leg. Series without the
 * entity label belong to nobody and are left out.
 */
export function valuesByEntity(
  samples: Sample[],
  entityLabel: string,
): Map<string, Map<string, number>> {
  const entities = new Map<string, Map<string, number>>();
  for (const { labels, value } of samples) {
    const entity = labels[entityLabel];
    const leg = labels[legLabel];
    if (entity && leg) {
      const values = entities.get(entity) ?? new Map<string, number>();
      values.set(leg, value);
      entities.set(entity, values);
    }
  }
  return entities;
}

/** The entities that have each leg. */
export function entitiesByLeg(
  samples: Sample[],
  entityLabel: string,
): Map<string, Set<string>> {
  const legs = new Map<string, Set<string>>();
  for (const { labels } of samples) {
    const entity = labels[entityLabel];
    const leg = labels[legLabel];
    if (entity && leg) {
      const entities = legs.get(leg) ?? new Set<string>();
      entities.add(entity);
      legs.set(leg, entities);
    }
  }
  return legs;
}
