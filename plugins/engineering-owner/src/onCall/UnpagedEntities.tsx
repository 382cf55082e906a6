import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { OnCallPortfolio } from '@engineering-owner/backstage-plugin-common';
import { useT } from '../translation';

/** The entities that page nobody; of many the first. */
export const UnpagedEntities = ({
  portfolio: { withoutService },
}: {
  portfolio: OnCallPortfolio;
}) => {
  const t = useT();
  const { n, entityRefs } = withoutService;
  return (
    <div>
      <EntityRefLinks entityRefs={entityRefs} />
      {n > entityRefs.length && (
        <> {t('onCall.unpaged.more', { n: `${n - entityRefs.length}` })}</>
      )}
    </div>
  );
};
