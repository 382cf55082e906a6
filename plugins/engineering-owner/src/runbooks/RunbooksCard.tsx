import type { SummaryResponse } from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { runbooksRouteRef } from '../routing';
import { StatusWord } from '../status';
import { SummaryCard } from '../summary';
import { useT } from '../translation';
import { runbookTone } from './runbookTone';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
}));

/** The worst runbook and the alerts without one, on the overview. */
export const RunbooksCard = () => {
  const t = useT();
  return (
    <SummaryCard title={t('runbooks.cardTitle')} tab={runbooksRouteRef}>
      {({ runbooks }) => <WorstRunbook runbooks={runbooks} />}
    </SummaryCard>
  );
};

function WorstRunbook({ runbooks }: { runbooks: SummaryResponse['runbooks'] }) {
  const t = useT();
  const classes = useStyles();
  const { worst, count, alertsWithoutRunbook } = runbooks;
  const uncovered = alertsWithoutRunbook > 0 && (
    <StatusWord tone="look_today">
      {t('runbooks.card.uncovered', { count: alertsWithoutRunbook })}
    </StatusWord>
  );
  if (!worst) {
    return (
      <div className={classes.line}>
        <StatusWord tone="unknown">{t('runbooks.card.empty')}</StatusWord>
        {uncovered}
      </div>
    );
  }
  return (
    <div className={classes.line}>
      <StatusWord tone={runbookTone(worst.state)}>
        {worst.state === 'fresh'
          ? t('runbooks.card.allFresh', { count })
          : t('runbooks.card.worst', {
              runbook: worst.title,
              state: t(`runbooks.state.${worst.state}`),
            })}
      </StatusWord>
      {uncovered}
    </div>
  );
}
