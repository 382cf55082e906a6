import { Line, ReferenceArea, ReferenceLine } from 'recharts';
import { DASH, formatBudget, formatCount } from '../figures';
import { useT } from '../translation';
import { type BurnDownPoint, leftText } from './burnDownSeries';
import { budgetTicks, lowestTick } from './budgetTicks';
import { CHART_HEIGHT } from './chartHeight';
import type { IncidentBand } from './incidentBands';
import { TimeChart } from './TimeChart';
import { useChartColours } from './useChartColours';

/** Error budget left over time, beside even spending, zero and the incidents. */
export const BurnDownChart = (props: {
  points: BurnDownPoint[];
  incidents: IncidentBand[];
  unit: 'events' | 'samples';
  from: number;
  to: number;
  description: string;
}) => {
  const t = useT();
  const colours = useChartColours();
  const { points, incidents } = props;
  const lowest = lowestTick(points);
  const rows = (point: BurnDownPoint) => [
    { name: t('slos.chart.left'), value: leftText(point) },
    {
      name: t('slos.chart.ideal'),
      value: point.even === null ? DASH : formatBudget(point.even),
    },
  ];
  const figures = (point: BurnDownPoint) => [
    ...rows(point),
    {
      name: t(`slos.chart.bad_${props.unit}`),
      value: point.bad === null ? undefined : formatCount(point.bad),
    },
    {
      name: t(`slos.chart.total_${props.unit}`),
      value: point.total === null ? undefined : formatCount(point.total),
    },
  ];
  return (
    <TimeChart
      points={points}
      from={props.from}
      to={props.to}
      height={CHART_HEIGHT.burnDown}
      description={props.description}
      yAxis={{
        domain: [lowest, 1],
        ticks: budgetTicks(lowest),
        format: formatBudget,
      }}
      rows={figures}
    >
      {incidents.map(({ number, from, to, label, labelEnds }) => (
        <ReferenceArea
          key={number}
          x1={from}
          x2={to}
          fill={colours.limit}
          fillOpacity={0.25}
          stroke={colours.limit}
          strokeOpacity={0.6}
          label={
            label && {
              value: label,
              position: labelEnds ? 'insideTopRight' : 'insideTopLeft',
              fill: colours.quiet,
              fontSize: 11,
            }
          }
        />
      ))}
      <ReferenceLine y={0} stroke={colours.bad} strokeWidth={1.5} />
      <Line
        dataKey="even"
        stroke={colours.quiet}
        strokeDasharray="4 4"
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="left"
        stroke={colours.main}
        strokeWidth={2}
        dot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
    </TimeChart>
  );
};
