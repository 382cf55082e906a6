import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { RunbookOrigin } from '@engineering-owner/backstage-plugin-common';
import type { ReactNode } from 'react';
import { Facts, useListStyles } from '../layout';
import { type T, useT } from '../translation';

function originText(t: T, origin: RunbookOrigin): ReactNode {
  switch (origin.kind) {
    case 'annotation':
      return t('runbooks.document.origin.annotation', {
        annotation: origin.annotation,
        entity: <EntityRefLink entityRef={origin.entityRef} />,
      });
    case 'link':
      return origin.title
        ? t('runbooks.document.origin.link', {
            title: origin.title,
            entity: <EntityRefLink entityRef={origin.entityRef} />,
          })
        : t('runbooks.document.origin.link_untitled', {
            entity: <EntityRefLink entityRef={origin.entityRef} />,
          });
    default:
      return t('runbooks.document.origin.alert_rule', { alert: origin.alert });
  }
}

/** Where a runbook was found, which is where a dead link is corrected. */
export const RunbookOrigins = ({ origins }: { origins: RunbookOrigin[] }) => {
  const t = useT();
  const lists = useListStyles();
  if (origins.length === 0) {
    return null;
  }
  return (
    <div className={lists.context}>
      {t('runbooks.document.foundIn')}{' '}
      <Facts>
        {origins.map(origin => (
          <span key={JSON.stringify(origin)}>{originText(t, origin)}</span>
        ))}
      </Facts>
    </div>
  );
};
