import type { EntityMaintenance } from '@engineering-owner/backstage-plugin-common';
import { Time } from '../figures';
import { OutLink } from '../layout';
import { StatusWord } from '../status';
import { useT } from '../translation';

/** The silences that cover all alerts of the entity: nobody is told of any. */
export const MaintenanceNote = (props: {
  maintenance: EntityMaintenance[] | undefined;
}) => (
  <>
    {props.maintenance?.map(each => (
      <div key={`${each.source.name} ${each.silenceId}`}>
        <StatusWord tone="look_today">
          <Maintenance maintenance={each} />
        </StatusWord>
      </div>
    ))}
  </>
);

function Maintenance({ maintenance }: { maintenance: EntityMaintenance }) {
  const t = useT();
  const { createdBy, comment, endsAt, url } = maintenance;
  const until = <Time at={endsAt} />;
  return (
    <>
      {createdBy
        ? t('onCall.alerts.maintenanceBy', { until, person: createdBy })
        : t('onCall.alerts.maintenance', { until })}
      {comment && <> {comment}</>}
      {url && (
        <>
          {' '}
          <OutLink to={url}>{t('onCall.alerts.silence')}</OutLink>
        </>
      )}
    </>
  );
}
