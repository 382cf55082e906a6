import { soleValue } from '@engineering-owner/backstage-plugin-node';
import { Sample } from '../client/PrometheusClient';
import { isEntityValue } from './entityValue';
import { legLabel } from './legs';

/**
 * The values of a query made of legs, by entity and leg. Series without the
 * entity label belong to nobody and are left out, as are those that cannot be stored.
 */
export function valuesByEntity(
  samples: Sample[],
  entityLabel: string,
): Map<string, Map<string, number>> {
  const entities = new Map<string, Map<string, number>>();
  for (const { labels, value } of samples) {
    const entity = entityOf(labels, entityLabel);
    const leg = labels[legLabel];
    if (entity !== undefined && leg) {
      const values = entities.get(entity) ?? new Map<string, number>();
      values.set(leg, value);
      entities.set(entity, values);
    }
  }
  return entities;
}

/** The entities that have each leg. */
export function entitiesByLeg(
  samples: Array<Pick<Sample, 'labels'>>,
  entityLabel: string,
): Map<string, Set<string>> {
  const legs = new Map<string, Set<string>>();
  for (const { labels } of samples) {
    const entity = entityOf(labels, entityLabel);
    const leg = labels[legLabel];
    if (entity !== undefined && leg) {
      const entities = legs.get(leg) ?? new Set<string>();
      entities.add(entity);
      legs.set(leg, entities);
    }
  }
  return legs;
}

/** How many entities of an answer are left out, because of their value. */
export function countUnusable(samples: Sample[], entityLabel: string): number {
  const values =
    entityLabel === ''
      ? []
      : samples.map(({ labels }) => labels[entityLabel] ?? '');
  return new Set(values.filter(value => value && !isEntityValue(value))).size;
}

/** Whose a series is, where it can be anybody's. */
function entityOf(
  labels: Sample['labels'],
  entityLabel: string,
): string | undefined {
  if (entityLabel === '') {
    return soleValue;
  }
  const value = labels[entityLabel];
  return value && isEntityValue(value) ? value : undefined;
}
