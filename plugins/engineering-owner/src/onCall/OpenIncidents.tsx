import type {
  AlertStatus,
  IncidentStatus,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { Section, useListStyles } from '../layout';
import { useQueryChoice } from '../routing';
import { Greyed, SectionNote } from '../status';
import { useT } from '../translation';
import { IncidentDialog, useFocusKept } from './actions';
import { OpenIncident } from './OpenIncident';

/** What is open now: how old, how urgent, who has it, and what to do about it. */
export const OpenIncidents = (props: {
  incidents: IncidentStatus[];
  alerts: AlertStatus[];
  section: SectionStatus;
  source: string;
  /** The entities an incident is of, where the page is about several. */
  entityRefsOf?: (incident: IncidentStatus) => string[];
}) => {
  const t = useT();
  const { incidents, section } = props;
  return (
    <Section title={t('onCall.now.title')}>
      <SectionNote section={section} source={props.source} />
      {incidents.length === 0 && section.state === 'ok' && (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.now.none')}
        </Typography>
      )}
      <Incidents {...props} stale={section.state === 'stale'} />
    </Section>
  );
};

/** Has the dialog, which outlives the incident that it resolves. */
function Incidents({
  incidents,
  alerts,
  entityRefsOf,
  stale,
}: {
  incidents: IncidentStatus[];
  alerts: AlertStatus[];
  entityRefsOf?: (incident: IncidentStatus) => string[];
  stale: boolean;
}) {
  const t = useT();
  const classes = useListStyles();
  const [opened, open] = useQueryChoice('incident');
  const [asked, ask] = useState<{
    kind: 'resolve' | 'annotate';
    incident: IncidentStatus;
  }>();
  const { place, acts } = useFocusKept<HTMLDivElement>(
    [asked?.kind, ...incidents.map(({ id }) => id)].join(' '),
  );
  return (
    <div ref={place} tabIndex={-1} style={{ outline: 'none' }}>
      {incidents.length > 0 && (
        <Greyed when={stale}>
          <ul className={classes.list} aria-label={t('onCall.now.list')}>
            {incidents.map(incident => (
              <OpenIncident
                key={`${incident.source.name} ${incident.id}`}
                incident={incident}
                alerts={alerts}
                entityRefs={entityRefsOf?.(incident)}
                opened={incident.id === opened}
                onToggle={() => open(incident.id === opened ? '' : incident.id)}
                onAsk={kind => {
                  acts();
                  ask({ kind, incident });
                }}
              />
            ))}
          </ul>
        </Greyed>
      )}
      {asked && <IncidentDialog {...asked} onClose={() => ask(undefined)} />}
    </div>
  );
}
