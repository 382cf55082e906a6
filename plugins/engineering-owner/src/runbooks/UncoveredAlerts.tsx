import Typography from '@material-ui/core/Typography';
import { CopyBlock, Section, useListStyles } from '../layout';
import { ToneIcon } from '../status';
import { useT } from '../translation';

/** Alerts that name no runbook, and the lines that change it. */
export const UncoveredAlerts = ({ alerts }: { alerts: string[] }) => {
  const t = useT();
  const lists = useListStyles();
  if (alerts.length === 0) {
    return null;
  }
  return (
    <Section title={t('runbooks.uncovered.title')}>
      <ul className={lists.list}>
        {alerts.map(alert => (
          <li key={alert} className={lists.item}>
            <ToneIcon tone="look_today" />
            <span className={lists.body}>{alert}</span>
          </li>
        ))}
      </ul>
      <Typography variant="body2">{t('runbooks.uncovered.todo')}</Typography>
      {/* JSON strings are YAML strings, whatever the alert is called. */}
      <CopyBlock
        text={`alerts: [${alerts
          .map(name => JSON.stringify(name))
          .join(', ')}]`}
      />
    </Section>
  );
};
