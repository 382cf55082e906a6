import { Entity } from '@backstage/catalog-model';

const OPENSLO_API_VERSION = 'openslo/v1';

const OPENSLO_KINDS: ReadonlySet<string> = new Set([
  'AlertCondition',
  'AlertNotificationTarget',
  'AlertPolicy',
  'DataSource',
  'SLI',
  'SLO',
  'Service',
]);

/** Whether the entity is a document of OpenSLO, by version and kind. */
export function isOpenSloDocument(entity: Entity): boolean {
  return (
    entity.apiVersion === OPENSLO_API_VERSION && OPENSLO_KINDS.has(entity.kind)
  );
}
