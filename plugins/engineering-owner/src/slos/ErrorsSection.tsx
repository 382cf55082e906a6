import type {
  SloHistoryResponse,
  SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import {
  budgetRatio,
  indicatorUnit,
} from '@engineering-owner/backstage-plugin-common';
import { CHART_HEIGHT } from '../charts/chartHeight';
import { errorRatioText } from '../charts/errorRatioText';
import { errorSeries } from '../charts/errorSeries';
import { ErrorCharts } from '../charts/lazyCharts';
import { SeriesTable } from '../charts/SeriesTable';
import { formatCount, formatErrorRatio, formatTime, useNow } from '../figures';
import type { QueryResult } from '../query';
import { useT } from '../translation';
import { type ChartContent, ChartSection } from './ChartSection';
import { ownQueries } from './figureQueries';
import { QueryList } from './QueryList';

/** Errors over time beside what is allowed, and how much traffic there was. */
export const ErrorsSection = (props: {
  slo: SloStatus;
  history: QueryResult<SloHistoryResponse>;
}) => {
  const { slo } = props;
  const t = useT();
  const now = useNow(60);
  const unit = indicatorUnit(slo.indicator);
  const allowed = budgetRatio(slo.objective);
  const title = t(`slos.chart.errorsTitle_${unit}`);

  const content = (history: SloHistoryResponse): ChartContent => {
    const points = errorSeries(history);
    const ratios = points.flatMap(({ errorRatio }) =>
      errorRatio === null ? [] : [errorRatio],
    );
    if (ratios.length === 0) {
      return {
        sentence: points.some(({ total }) => total === 0)
          ? t('slos.chart.noTraffic')
          : t('slos.chart.empty'),
      };
    }
    return {
      chart: (
        <ErrorCharts
          points={points}
          from={Date.parse(history.from)}
          to={Date.parse(history.to)}
          allowed={allowed}
          unit={unit}
          description={t('slos.chart.errorsDescription', {
            from: formatTime(history.from, now),
            to: formatTime(history.to, now),
            highest: formatErrorRatio(Math.max(...ratios)),
            allowed: formatErrorRatio(allowed),
          })}
        />
      ),
      table: (
        <SeriesTable
          label={title}
          points={points}
          columns={[
            {
              title: t('slos.chart.errorRatio'),
              value: point => errorRatioText(t, point),
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
      caption: t('slos.chart.allowedCaption', {
        allowed: formatErrorRatio(allowed),
      }),
    };
  };

  return (
    <ChartSection
      title={title}
      lines={[t('slos.explain.errors'), t(`slos.explain.traffic_${unit}`)]}
      queries={<QueryList slo={slo} queries={ownQueries(slo)} />}
      height={
        CHART_HEIGHT.errorRatio + (unit === 'events' ? CHART_HEIGHT.traffic : 0)
      }
      result={props.history}
      withoutProblems
      content={content}
    />
  );
};
