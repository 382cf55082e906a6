import { Entity } from '@backstage/catalog-model';

/** An entity as the plugin needs it, read with the plugin's own credentials. */
export interface EntityRecord {
  /** As `stringifyEntityRef` writes it; the key everywhere in the store. */
  entityRef: string;
  /** Reduced to what the suite reads: see `reduceEntity`. */
  entity: Entity;
  /** System, then Domain and its parents: where roles are inherited from. */
  ancestors: string[];
}
