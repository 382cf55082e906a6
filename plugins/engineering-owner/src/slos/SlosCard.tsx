import {
  type SummaryResponse,
  sloVerdict,
} from '@engineering-owner/backstage-plugin-common';
import { makeStyles } from '@material-ui/core/styles';
import { useNow } from '../figures';
import { slosRouteRef } from '../routing';
import { Greyed, StatusWord } from '../status';
import { SummaryCard } from '../summary';
import { useT } from '../translation';
import { BudgetBar } from './BudgetBar';
import { sloWord } from './sloWord';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
  },
  count: {
    flexBasis: '100%',
    color: theme.palette.text.secondary,
    fontSize: theme.typography.pxToRem(12),
  },
}));

/** The worst objective, with its budget, on the overview. */
export const SlosCard = () => {
  const t = useT();
  return (
    <SummaryCard title={t('slos.cardTitle')} tab={slosRouteRef}>
      {({ slos }) => <WorstSlo slos={slos} />}
    </SummaryCard>
  );
};

function WorstSlo({ slos }: { slos: SummaryResponse['slos'] }) {
  const t = useT();
  const now = useNow();
  const classes = useStyles();
  const { worst, problemCount } = slos;
  const problems = problemCount > 0 && (
    <StatusWord tone="look_today">
      {t('slos.card.problems', { count: problemCount })}
    </StatusWord>
  );
  if (!worst) {
    return (
      problems || <StatusWord tone="unknown">{t('slos.card.empty')}</StatusWord>
    );
  }
  const verdict = sloVerdict(worst);
  const { budget } = worst;
  const remainingRatio = budget.known
    ? budget.remainingRatio
    : budget.lastRemainingRatio;
  return (
    <div className={classes.line}>
      <StatusWord tone={verdict.tone}>
        {t('slos.card.worst', {
          slo: worst.title,
          word: sloWord(t, verdict, now),
        })}
      </StatusWord>
      {remainingRatio !== undefined && (
        <Greyed when={!budget.known}>
          <BudgetBar
            remainingRatio={remainingRatio}
            sloTone={verdict.tone}
            now={worst.now}
          />
        </Greyed>
      )}
      {problems}
      <span className={classes.count}>
        {t('slos.card.count', { count: slos.count })}
      </span>
    </div>
  );
}
