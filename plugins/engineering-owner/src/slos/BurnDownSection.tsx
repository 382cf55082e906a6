import type {
  SloHistoryResponse,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import { indicatorUnit } from '@engineering-owner/backstage-plugin-common';
import { burnDownSeries, leftText } from '../charts/burnDownSeries';
import { CHART_HEIGHT } from '../charts/chartHeight';
import { incidentBands } from '../charts/incidentBands';
import { BurnDownChart } from '../charts/lazyCharts';
import { SeriesTable } from '../charts/SeriesTable';
import { formatBudget, formatCount, formatTime, useNow } from '../figures';
import type { QueryResult } from '../query';
import { useT } from '../translation';
import { budgetDefinition } from './budgetDefinition';
import { type ChartContent, ChartSection } from './ChartSection';
import { ownQueries } from './figureQueries';
import { IncidentTable } from './IncidentTable';
import { QueryList } from './QueryList';
import { shownBudget } from './shownBudget';
import { budgetSpan, windowName } from './windowText';

/** How the error budget was spent, and what the incidents took of it. */
export const BurnDownSection = (props: {
  slo: SloStatus;
  history: QueryResult<SloHistoryResponse>;
}) => {
  const { slo } = props;
  const t = useT();
  const now = useNow(60);
  const unit = indicatorUnit(slo.indicator);
  const shown = shownBudget(slo);

  const content = (history: SloHistoryResponse): ChartContent => {
    const points = burnDownSeries(history, budgetSpan(slo.window));
    const read = points.flatMap(({ left }) => (left === null ? [] : [left]));
    if (read.length === 0) {
      return { sentence: t('slos.chart.empty') };
    }
    const range = {
      from: Date.parse(history.from),
      to: Date.parse(history.to),
    };
    const start = formatTime(history.windowStartsAt, now);
    return {
      chart: (
        <BurnDownChart
          points={points}
          incidents={incidentBands(history.incidents, range)}
          unit={unit}
          {...range}
          description={t('slos.chart.description', {
            from: formatTime(history.from, now),
            to: formatTime(history.to, now),
            first: formatBudget(read[0]),
            last: formatBudget(read[read.length - 1]),
          })}
        />
      ),
      table: (
        <SeriesTable
          label={t('slos.chart.title')}
          points={points}
          columns={[
            {
              title: t('slos.chart.left'),
              value: leftText,
            },
            {
              title: t(`slos.chart.bad_${unit}`),
              value: ({ bad }) => (bad === null ? undefined : formatCount(bad)),
            },
            {
              title: t(`slos.chart.total_${unit}`),
              value: ({ total }) =>
                total === null ? undefined : formatCount(total),
            },
          ]}
        />
      ),
      caption:
        Math.abs(history.scale - 1) > 0.05
          ? t('slos.chart.captionScaled', {
              start,
              scale: history.scale.toFixed(2),
            })
          : t('slos.chart.caption', { start }),
      below: history.incidents.length > 0 && (
        <IncidentTable slo={slo} incidents={history.incidents} />
      ),
    };
  };

  return (
    <ChartSection
      title={t('slos.chart.title')}
      lines={[
        budgetDefinition(
          t,
          'burnDown',
          slo,
          shown.known ? shown.budget : slo.budget,
        ),
        t('slos.explain.window', { window: windowName(t, slo.window) }),
      ]}
      queries={<QueryList slo={slo} queries={ownQueries(slo)} />}
      height={CHART_HEIGHT.burnDown}
      result={props.history}
      content={content}
    />
  );
};
