import type { RoleHolder } from '@engineering-owner/backstage-plugin-common';
import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';

/** What a holder is called: the display name, else the short reference. */
export function holderName({
  displayName,
  entityRef,
  kind,
}: RoleHolder): string {
  return (
    displayName ??
    humanizeEntityRef(parseEntityRef(entityRef), { defaultKind: kind })
  );
}
