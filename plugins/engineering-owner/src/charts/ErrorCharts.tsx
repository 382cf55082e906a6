import { Area, Line, ReferenceLine } from 'recharts';
import { formatCount, formatErrorRatio, formatPerSecond } from '../figures';
import { useT } from '../translation';
import { CHART_HEIGHT } from './chartHeight';
import type { ErrorPoint } from './errorSeries';
import { errorRatioText } from './errorRatioText';
import { TimeChart } from './TimeChart';
import { useChartColours } from './useChartColours';

/** Error ratio over time beside what is allowed, and the traffic below it. */
export const ErrorCharts = (props: {
  points: ErrorPoint[];
  from: number;
  to: number;
  /** 1 - objective. */
  allowed: number;
  unit: 'events' | 'samples';
  description: string;
}) => {
  const t = useT();
  const colours = useChartColours();
  const { points, from, to, allowed, unit } = props;
  const rows = (point: ErrorPoint) => [
    { name: t('slos.chart.errorRatio'), value: errorRatioText(t, point) },
    {
      name: t(`slos.chart.bad_${unit}`),
      value: point.bad === null ? undefined : formatCount(point.bad),
    },
  ];
  const trafficRows = (point: ErrorPoint) => [
    {
      name: t(`slos.chart.total_${unit}`),
      value: point.total === null ? undefined : formatCount(point.total),
    },
    {
      name: t('slos.chart.perSecond'),
      value:
        point.perSecond === null ? undefined : formatPerSecond(point.perSecond),
    },
  ];
  return (
    <>
      <TimeChart
        points={points}
        from={from}
        to={to}
        height={CHART_HEIGHT.errorRatio}
        description={props.description}
        yAxis={{ domain: [0, 'auto'], format: formatErrorRatio }}
        rows={rows}
      >
        <ReferenceLine
          y={allowed}
          stroke={colours.quiet}
          strokeDasharray="4 4"
          ifOverflow="extendDomain"
        />
        <Line
          dataKey="errorRatio"
          stroke={colours.bad}
          strokeWidth={1.5}
          dot={false}
          connectNulls={false}
          isAnimationActive={false}
        />
      </TimeChart>
      {unit === 'events' && (
        <TimeChart
          points={points}
          from={from}
          to={to}
          height={CHART_HEIGHT.traffic}
          description={t('slos.chart.trafficTitle')}
          yAxis={{ domain: [0, 'auto'], format: formatPerSecond }}
          rows={trafficRows}
        >
          <Area
            dataKey="perSecond"
            stroke={colours.main}
            fill={colours.main}
            fillOpacity={0.15}
            strokeWidth={1.5}
            dot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
        </TimeChart>
      )}
    </>
  );
};
