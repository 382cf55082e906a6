import type { EntityMaintenance } from '@engineering-owner/backstage-plugin-common';
import { Time } from '../figures';
import { OutLink } from '../layout';
import { sourceNames, StatusWord } from '../status';
import { useT } from '../translation';

/** The silences that cover all alerts of the entity, now or soon: nobody is told of any. */
export const MaintenanceNote = (props: {
  maintenance: EntityMaintenance[] | undefined;
  planned?: EntityMaintenance[];
}) => (
  <>
    {props.maintenance?.map(each => (
      <div key={`${each.source.name} ${each.silenceId}`}>
        <StatusWord tone="unknown">
          <Maintenance maintenance={each} />
        </StatusWord>
      </div>
    ))}
    {props.planned?.map(each => (
      <div key={`${each.source.name} ${each.silenceId}`}>
        <StatusWord tone="unknown">
          <Planned maintenance={each} />
        </StatusWord>
      </div>
    ))}
  </>
);

function Maintenance({ maintenance }: { maintenance: EntityMaintenance }) {
  const t = useT();
  const { createdBy, endsAt } = maintenance;
  const until = <Time at={endsAt} />;
  return (
    <>
      {createdBy
        ? t('onCall.alerts.maintenanceBy', { until, person: createdBy })
        : t('onCall.alerts.maintenance', { until })}
      <Reason maintenance={maintenance} />
    </>
  );
}

function Planned({ maintenance }: { maintenance: EntityMaintenance }) {
  const t = useT();
  const { createdBy, startsAt, endsAt } = maintenance;
  const [from, to] = [<Time at={startsAt} />, <Time at={endsAt} />];
  return (
    <>
      {createdBy
        ? t('onCall.alerts.plannedBy', { from, to, person: createdBy })
        : t('onCall.alerts.planned', { from, to })}
      <Reason maintenance={maintenance} />
    </>
  );
}

function Reason({ maintenance }: { maintenance: EntityMaintenance }) {
  const t = useT();
  const { comment, elsewhere, url } = maintenance;
  return (
    <>
      {elsewhere && (
        <> {t('onCall.alerts.only', { elsewhere: sourceNames(elsewhere) })}</>
      )}
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
