import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { SloOrigin } from '@engineering-owner/backstage-plugin-common';
import { OutLink } from '../layout';
import { useT } from '../translation';

function isEntityRef(place: string): boolean {
  try {
    return parseEntityRef(place).kind !== '';
  } catch {
    return false;
  }
}

/** Where an objective was written, with the way there. */
export const SloOriginLine = ({ origin }: { origin: SloOrigin }) => {
  const t = useT();
  const { name, place } = origin;
  switch (origin.type) {
    case 'document':
      return (
        <>
          {t('slos.definition.byDocument', { name })}{' '}
          <OutLink to={origin.url}>{place}</OutLink>.
        </>
      );
    case 'entity':
      return (
        <>
          {t('slos.definition.byEntity', { name })}{' '}
          {isEntityRef(place) ? <EntityRefLink entityRef={place} /> : place}.
        </>
      );
    default:
      return <>{t('slos.definition.definedBy', { name, place })}</>;
  }
};
