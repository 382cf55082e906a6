import type {
  IncidentStatus,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { formatAge, useNow } from '../figures';
import { Facts, OutLink, Section, useListStyles } from '../layout';
import { Greyed, SectionNote, ToneIcon, vendorName } from '../status';
import { useT } from '../translation';
import { incidentTone } from './incidentTone';

/** What is open now: how old, how urgent, who has it, and a way to it. */
export const OpenIncidents = (props: {
  incidents: IncidentStatus[];
  section: SectionStatus;
  source: string;
}) => {
  const t = useT();
  const classes = useListStyles();
  return (
    <Section title={t('onCall.now.title')}>
      <SectionNote section={props.section} source={props.source} />
      {props.incidents.length === 0 && props.section.state === 'ok' && (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.now.none')}
        </Typography>
      )}
      {props.incidents.length > 0 && (
        <Greyed when={props.section.state === 'stale'}>
          <ul className={classes.list} aria-label={t('onCall.now.list')}>
            {props.incidents.map(incident => (
              <OpenIncident key={incident.id} incident={incident} />
            ))}
          </ul>
        </Greyed>
      )}
    </Section>
  );
};

function OpenIncident({ incident }: { incident: IncidentStatus }) {
  const t = useT();
  const now = useNow();
  const classes = useListStyles();
  const vendor = t('shared.vendorLink', {
    vendor: vendorName(incident.source.type),
  });
  return (
    <li className={classes.item}>
      <ToneIcon tone={incidentTone(incident)} />
      <div className={classes.body}>
        <OutLink to={incident.url} label={`${incident.title} – ${vendor}`}>
          {incident.title}
        </OutLink>
        <div className={classes.context}>
          <Facts>
            {incident.number !== undefined &&
              t('onCall.now.number', { number: `${incident.number}` })}
            {t(`onCall.now.urgency.${incident.urgency}`)}
            {incident.priority}
            {t('onCall.now.open', { age: formatAge(incident.createdAt, now) })}
            <Acknowledgement incident={incident} />
            {incident.assignees.length > 0
              ? t('onCall.now.assigned', {
                  people: incident.assignees.map(({ name }) => name).join(', '),
                })
              : t('onCall.now.unassigned')}
          </Facts>
        </div>
      </div>
    </li>
  );
}

function Acknowledgement({ incident }: { incident: IncidentStatus }) {
  const t = useT();
  if (incident.status === 'triggered') {
    return <strong>{t('onCall.now.notAcknowledged')}</strong>;
  }
  return (
    <>
      {incident.acknowledgedBy
        ? t('onCall.now.acknowledgedBy', {
            person: incident.acknowledgedBy.name,
          })
        : t('onCall.now.acknowledged')}
    </>
  );
}
