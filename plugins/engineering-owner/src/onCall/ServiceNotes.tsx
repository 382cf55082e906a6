import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  type EscalationStatus,
  type OnCallServiceStatus,
  worstImpairment,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { StatusWord, vendorName } from '../status';
import { type T, useT } from '../translation';

/**
 * What has to be said about the services: not found, in maintenance, or another
 * entity's. Those that page nobody by their set-up are among the problems.
 */
export const ServiceNotes = ({
  services,
  escalation,
}: {
  services: OnCallServiceStatus[];
  escalation: EscalationStatus[];
}) => {
  const t = useT();
  const noted = services
    .map(service => ({ ...service, state: stateText(t, service, escalation) }))
    .filter(
      ({ found, inheritedFrom, state }) => !found || inheritedFrom || state,
    );
  if (noted.length === 0) {
    return null;
  }
  return (
    <div>
      {noted.map(({ id, source, found, inheritedFrom, state }) => (
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
          {state && <StatusWord tone="unknown">{state}</StatusWord>}
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

function stateText(
  t: T,
  service: OnCallServiceStatus,
  escalation: EscalationStatus[],
): string | undefined {
  const { impairment, service: name = '' } =
    worstImpairment([service], escalation) ?? {};
  const vendor = vendorName(service.source.type);
  return impairment === 'in_maintenance' || impairment === 'status_unknown'
    ? t(`onCall.services.${impairment}`, { service: name, vendor })
    : undefined;
}
