import {
  type AlertStatus,
  alertTone,
  type RunbookStatus,
  type SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { formatDate, useNow } from '../figures';
import { Facts, OutLink, Section, useListStyles } from '../layout';
import { StatusWord } from '../status';
import { useT } from '../translation';
import { RunbookMarkdown } from './RunbookMarkdown';
import { RunbookOrigins } from './RunbookOrigins';
import { firesText } from './runbooksHeadline';
import { runbookTone } from './runbookTone';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    paddingBottom: theme.spacing(1.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
}));

/** One runbook: how it stands, where it comes from, and its text. */
export const RunbookDocument = (props: {
  runbook: RunbookStatus;
  /** Alerts it covers that fire now. */
  firing: AlertStatus[];
  /** How old the alerts are. */
  alerts: SectionStatus;
}) => {
  const { runbook, firing, alerts } = props;
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const lists = useListStyles();
  return (
    <Section
      title={runbook.title}
      side={<OutLink to={runbook.url}>{t('runbooks.document.source')}</OutLink>}
    >
      <div className={classes.head}>
        {firing.map(alert => (
          <StatusWord key={alert.fingerprint} tone={alertTone(alert)}>
            {t('runbooks.document.firingNow', {
              alert: alert.name,
              fires: firesText(
                t,
                {
                  since: alert.since,
                  alertsAsOf:
                    alerts.state === 'stale' ? alerts.asOf : undefined,
                },
                now,
              ),
            })}
          </StatusWord>
        ))}
        {runbook.state !== 'fresh' && (
          <StatusWord tone={runbookTone(runbook.state)}>
            {t(`runbooks.todo.${runbook.state}`)}
          </StatusWord>
        )}
        {runbook.problems.map(problem => (
          <StatusWord key={problem.message} tone="look_today">
            {problem.message}
          </StatusWord>
        ))}
        <div className={lists.context}>
          <Facts>
            {runbook.owner &&
              t('runbooks.document.owner', { owner: runbook.owner })}
            {runbook.severity &&
              t('runbooks.document.severity', { severity: runbook.severity })}
            {runbook.reviewDueOn &&
              t('runbooks.document.reviewDue', {
                date: formatDate(runbook.reviewDueOn),
              })}
            {runbook.testDueOn &&
              t('runbooks.document.testDue', {
                date: formatDate(runbook.testDueOn),
              })}
            {runbook.alerts.length > 0 &&
              t('runbooks.document.covers', {
                alerts: runbook.alerts.join(', '),
              })}
          </Facts>
        </div>
        <RunbookOrigins origins={runbook.origins} />
      </div>
      {runbook.content === undefined ? (
        <Typography variant="body2" color="textSecondary">
          {t('runbooks.document.unreadable')}
        </Typography>
      ) : (
        <RunbookMarkdown content={runbook.content} url={runbook.url} />
      )}
    </Section>
  );
};
