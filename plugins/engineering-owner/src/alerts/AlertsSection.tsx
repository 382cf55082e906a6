import type {
  AlertStatus,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import Typography from '@material-ui/core/Typography';
import { Section } from '../layout';
import { Greyed, SectionNote, vendorName } from '../status';
import { useT } from '../translation';
import { AlertList } from './AlertList';

/** Alerts of the entity that fire or are about to. */
export const AlertsSection = (props: {
  alerts: AlertStatus[];
  section: SectionStatus;
}) => {
  const t = useT();
  const { alerts, section } = props;
  const source = vendorName(alerts[0]?.source.type ?? 'prometheus');
  return (
    <Section title={t('onCall.alerts.title')}>
      <SectionNote section={section} source={source} />
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
