import type {
  AlertStatus,
  EntityMaintenance,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { Section } from '../layout';
import { Greyed, SectionNote, vendorName } from '../status';
import { useT } from '../translation';
import { AlertList } from './AlertList';
import { MaintenanceNote } from './MaintenanceNote';

/** Alerts of the entity that fire or are about to, and whether it is in maintenance. */
export const AlertsSection = (props: {
  alerts: AlertStatus[];
  section: SectionStatus;
  maintenance?: EntityMaintenance[];
  plannedMaintenance?: EntityMaintenance[];
}) => {
  const t = useT();
  const { alerts, section, maintenance, plannedMaintenance } = props;
  const source = vendorName(
    failingType(section) ?? alerts[0]?.source.type ?? 'prometheus',
  );
  return (
    <Section title={t('onCall.alerts.title')}>
      <SectionNote section={section} source={source} />
      <MaintenanceNote maintenance={maintenance} planned={plannedMaintenance} />
      {alerts.length === 0 && section.state === 'ok' && (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.alerts.none')}
        </Typography>
      )}
      {alerts.length > 0 && (
        <Greyed when={section.state === 'stale'}>
          <AlertList alerts={alerts} />
        </Greyed>
      )}
    </Section>
  );
};

/** Of several sources, the one that does not answer: `silences of alertmanager:default`. */
function failingType({ problem }: SectionStatus): string | undefined {
  return / of ([^:]+):/.exec(String(problem?.params?.what))?.[1];
}
