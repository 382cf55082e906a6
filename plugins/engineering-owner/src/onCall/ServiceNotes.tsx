import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OnCallServiceStatus } from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { StatusWord, vendorName } from '../status';
import { useT } from '../translation';

/** What has to be said about the services: not found, or another entity's. */
export const ServiceNotes = ({
  services,
}: {
  services: OnCallServiceStatus[];
}) => {
  const t = useT();
  const noted = services.filter(
    ({ found, inheritedFrom }) => !found || inheritedFrom,
  );
  if (noted.length === 0) {
    return null;
  }
  return (
    <div>
      {noted.map(({ id, source, found, inheritedFrom }) => (
        <div key={`${source.name} ${id}`}>
          {!found && (
            <StatusWord tone="look_today">
              {t('onCall.services.notFound', {
                id,
                vendor: vendorName(source.type),
                account: source.name,
              })}
            </StatusWord>
          )}
          {inheritedFrom && (
            <Typography variant="body2" color="textSecondary">
              {t('onCall.services.inherited', {
                entity: <EntityRefLink entityRef={inheritedFrom} />,
              })}
            </Typography>
          )}
        </div>
      ))}
    </div>
  );
};
