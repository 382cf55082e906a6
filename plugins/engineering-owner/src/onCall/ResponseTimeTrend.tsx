import type { OnCallResponseTimesResponse } from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Suspense, useState } from 'react';
import { CHART_HEIGHT } from '../charts/chartHeight';
import { ResponseTimeChart } from '../charts/lazyCharts';
import { formatCount, formatDuration } from '../figures';
import { LineFailure, LineSkeleton, ProblemList } from '../layout';
import { RefreshNote } from '../status';
import { useT } from '../translation';
import { ResponseTimeTable } from './ResponseTimeTable';
import { spreadOf, trendOf } from './responseTimeSeries';
import { useOnCallResponseTimes } from './useOnCallResponseTimes';

const useStyles = makeStyles(theme => ({
  button: { textTransform: 'none', alignSelf: 'flex-start' },
  charts: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1.5),
  },
  placeholder: { height: CHART_HEIGHT.responseTimes },
}));

/** Trend and distribution behind a button: read and drawn only when opened. */
export const ResponseTimeTrend = () => {
  const t = useT();
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="small"
        className={classes.button}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? t('onCall.trend.hide') : t('onCall.trend.show')}
      </Button>
      {open && <OpenTrend />}
    </>
  );
};

function OpenTrend() {
  const t = useT();
  const result = useOnCallResponseTimes();
  if (result.status === 'loading') {
    return <LineSkeleton />;
  }
  if (result.status === 'failed') {
    return <LineFailure {...result} />;
  }
  const { distribution, problems } = result.data;
  return (
    <>
      <RefreshNote result={result} />
      <ProblemList problems={problems} />
      {distribution.mtta.n + distribution.mttr.n === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('onCall.trend.none')}
        </Typography>
      ) : (
        <Charts times={result.data} />
      )}
    </>
  );
}

function Charts({ times }: { times: OnCallResponseTimesResponse }) {
  const t = useT();
  const classes = useStyles();
  const [asTable, setAsTable] = useState(false);
  const series = (['mtta', 'mttr'] as const).flatMap(name => [
    trendOf(t, times, name),
    spreadOf(t, times, name),
  ]);
  return (
    <div className={classes.charts}>
      <Button
        size="small"
        className={classes.button}
        aria-pressed={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? t('onCall.trend.showChart') : t('onCall.trend.showTable')}
      </Button>
      {series.map(each => (
        <div key={each.title}>
          <Typography variant="subtitle2">{each.title}</Typography>
          {asTable ? (
            <ResponseTimeTable series={each} />
          ) : (
            <Suspense fallback={<div className={classes.placeholder} />}>
              <ResponseTimeChart
                points={each.points}
                description={each.description}
                format={each.isDuration ? formatDuration : formatCount}
                target={each.target}
              />
            </Suspense>
          )}
          {each.captions.map(caption => (
            <Typography
              key={caption}
              variant="caption"
              color="textSecondary"
              component="div"
            >
              {caption}
            </Typography>
          ))}
        </div>
      ))}
    </div>
  );
}
