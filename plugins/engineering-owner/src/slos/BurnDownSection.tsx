import type {
  SloHistoryResponse,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { lazy, Suspense, useState } from 'react';
import { burnDownSeries } from '../charts/burnDownSeries';
import { BurnDownTable } from '../charts/BurnDownTable';
import { formatBudget, formatTime, useNow } from '../figures';
import { ChoiceToggle, LineFailure, Section } from '../layout';
import { useQueryChoice } from '../routing';
import { useT } from '../translation';
import { chosenRange, rangeChoices } from './historyRange';
import { useSloHistory } from './useSloHistory';

// recharts weighs more than the rest of the tab together.
const BurnDownChart = lazy(() =>
  import('../charts/BurnDownChart').then(module => ({
    default: module.BurnDownChart,
  })),
);

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none' },
  // The height of the chart, so that nothing jumps while it loads.
  placeholder: {
    height: 260,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.action.hover,
  },
}));

/** How the error budget was spent, as a chart or as a table. */
export const BurnDownSection = ({ slo }: { slo: SloStatus }) => {
  const t = useT();
  const classes = useStyles();
  const choices = rangeChoices(slo.window);
  const [rangeName, chooseRange] = useQueryChoice('range');
  const range = chosenRange(choices, rangeName);
  const [asTable, setAsTable] = useState(false);
  const history = useSloHistory(slo.name, range);
  return (
    <Section
      title={t('slos.chart.title')}
      side={
        <>
          <Button
            size="small"
            className={classes.button}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? t('slos.chart.showChart') : t('slos.chart.showTable')}
          </Button>
          <ChoiceToggle
            label={t('slos.chart.range')}
            choices={choices.map(({ name }) => name)}
            chosen={range.name}
            onChoose={chooseRange}
          />
        </>
      }
    >
      {history.status === 'failed' && <LineFailure {...history} />}
      {history.status === 'loading' && (
        <div
          role="progressbar"
          aria-label={t('shared.loading')}
          className={classes.placeholder}
        />
      )}
      {history.status === 'loaded' && (
        <BurnDown slo={slo} history={history.data} asTable={asTable} />
      )}
    </Section>
  );
};

function BurnDown(props: {
  slo: SloStatus;
  history: SloHistoryResponse;
  asTable: boolean;
}) {
  const { slo, history, asTable } = props;
  const t = useT();
  const now = useNow(60);
  const classes = useStyles();
  const points = burnDownSeries(history, slo.window.seconds);
  const read = points.filter(({ left }) => left !== null);
  if (read.length === 0) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('slos.chart.empty')}
      </Typography>
    );
  }
  const start = formatTime(history.windowStartsAt, now);
  const description = t('slos.chart.description', {
    from: formatTime(history.from, now),
    to: formatTime(history.to, now),
    first: formatBudget(read[0].left ?? 0),
    last: formatBudget(read[read.length - 1].left ?? 0),
  });
  return (
    <>
      {asTable ? (
        <BurnDownTable points={points} />
      ) : (
        <Suspense fallback={<div className={classes.placeholder} />}>
          <BurnDownChart points={points} description={description} />
        </Suspense>
      )}
      <Typography variant="caption" color="textSecondary">
        {Math.abs(history.scale - 1) > 0.05
          ? t('slos.chart.captionScaled', {
              start,
              scale: history.scale.toFixed(2),
            })
          : t('slos.chart.caption', { start })}
      </Typography>
      {history.problems.map(problem => (
        <Typography key={problem.message} variant="caption" color="error">
          {problem.message}
        </Typography>
      ))}
    </>
  );
}
