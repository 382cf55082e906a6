import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import {
  type AlertStatus,
  type IncidentStatus,
  openSince,
} from '@engineering-owner/backstage-plugin-common';
import { useId } from 'react';
import { formatAge, Time, useNow } from '../figures';
import { Facts, useListStyles, VendorLink } from '../layout';
import { ToneIcon } from '../status';
import { useT } from '../translation';
import { IncidentButtons } from './actions';
import { IncidentTimeline } from './IncidentTimeline';
import { incidentTone } from './incidentTone';
import { RunbookOfIncident } from './RunbookOfIncident';
import { TimelineToggle } from './TimelineToggle';

/** One open incident: how it stands, its runbook, what can be done, its timeline. */
export const OpenIncident = (props: {
  incident: IncidentStatus;
  alerts: AlertStatus[];
  /** Whose it is, where the page is about several entities. */
  entityRefs?: string[];
  opened: boolean;
  onToggle: () => void;
  onAsk: (kind: 'resolve' | 'annotate') => void;
}) => {
  const t = useT();
  const now = useNow();
  const classes = useListStyles();
  const timelineId = useId();
  const { incident, opened } = props;
  return (
    <li className={classes.item}>
      <ToneIcon tone={incidentTone(incident)} />
      <div className={classes.body}>
        <VendorLink
          to={incident.url}
          name={incident.title}
          sourceType={incident.source.type}
        />
        <div className={classes.context}>
          <Facts>
            {incident.number !== undefined &&
              t('onCall.now.number', { number: `${incident.number}` })}
            {t(`onCall.now.urgency.${incident.urgency}`)}
            {incident.priority}
            {props.entityRefs && (
              <IncidentEntities
                service={incident.service.name}
                entityRefs={props.entityRefs}
              />
            )}
            {t('onCall.now.open', { age: formatAge(openSince(incident), now) })}
            {incident.reopenedAt &&
              t('onCall.now.first', { at: <Time at={incident.createdAt} /> })}
            <Acknowledgement incident={incident} />
            {incident.assignees.length > 0
              ? t('onCall.now.assigned', {
                  people: incident.assignees.map(({ name }) => name).join(', '),
                })
              : t('onCall.now.unassigned')}
          </Facts>
        </div>
        <IncidentButtons incident={incident} onAsk={props.onAsk} />
        {opened && (
          <div id={timelineId}>
            <IncidentTimeline incident={incident} />
          </div>
        )}
      </div>
      <RunbookOfIncident incident={incident} alerts={props.alerts} />
      <TimelineToggle
        incident={incident}
        opened={opened}
        timelineId={timelineId}
        onToggle={props.onToggle}
      />
    </li>
  );
};

/** The entities it is of, each a way to act on it; else its service. */
function IncidentEntities(props: { service: string; entityRefs: string[] }) {
  return props.entityRefs.length > 0 ? (
    <EntityRefLinks entityRefs={props.entityRefs} />
  ) : (
    <>{props.service}</>
  );
}

function Acknowledgement({ incident }: { incident: IncidentStatus }) {
  const t = useT();
  const now = useNow();
  const { status, acknowledgementLostAt, acknowledgedBy } = incident;
  if (status === 'triggered') {
    return (
      <strong>
        {acknowledgementLostAt
          ? t('onCall.now.acknowledgementLost', {
              age: formatAge(acknowledgementLostAt, now),
            })
          : t('onCall.now.notAcknowledged')}
      </strong>
    );
  }
  if (acknowledgedBy) {
    return (
      <>{t('onCall.now.acknowledgedBy', { person: acknowledgedBy.name })}</>
    );
  }
  return (
    <>
      {incident.unacknowledged === 'acknowledged_by_machine'
        ? t('onCall.now.acknowledgedByMachine')
        : t('onCall.now.acknowledged')}
    </>
  );
}
