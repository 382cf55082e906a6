import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { Section, useListStyles } from '../layout';
import { useT } from '../translation';
import { RoleRow } from './RoleRow';

/** The owning group, the engineering owner and the deputy. */
export const RolesSection = ({
  ownership: { owner, primary, deputy },
}: {
  ownership: OwnershipResponse;
}) => {
  const t = useT();
  const lists = useListStyles();
  return (
    <Section title={t('ownership.roles.title')}>
      <ul className={lists.list}>
        <RoleRow
          role={
            owner?.kind === 'user'
              ? t('ownership.roles.ownerUser')
              : t('ownership.roles.owner')
          }
          holder={owner}
        />
        <RoleRow role={t('ownership.roles.primary')} holder={primary} />
        <RoleRow role={t('ownership.roles.deputy')} holder={deputy} />
      </ul>
    </Section>
  );
};
