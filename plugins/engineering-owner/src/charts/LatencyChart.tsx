import type { SloLatency } from '@engineering-owner/backstage-plugin-common';
import { Line, ReferenceLine } from 'recharts';
import { formatLatency } from '../figures';
import { useT } from '../translation';
import { CHART_HEIGHT } from './chartHeight';
import { TimeChart } from './TimeChart';
import { useChartColours } from './useChartColours';

export interface LatencyPoint {
  at: number;
  seconds: number | null;
}

/** The time within which the objective's share was answered, and its threshold. */
export const LatencyChart = (props: {
  latency: Pick<SloLatency, 'thresholdSeconds'>;
  points: LatencyPoint[];
  name: string;
  from: number;
  to: number;
  description: string;
}) => {
  const t = useT();
  const colours = useChartColours();
  const { thresholdSeconds } = props.latency;
  return (
    <TimeChart
      points={props.points}
      from={props.from}
      to={props.to}
      height={CHART_HEIGHT.latency}
      description={props.description}
      yAxis={{ domain: [0, 'auto'], format: formatLatency }}
      rows={({ seconds }) => [
        {
          name: props.name,
          value: seconds === null ? undefined : formatLatency(seconds),
        },
        {
          name: t('slos.latency.threshold'),
          value: formatLatency(thresholdSeconds),
        },
      ]}
    >
      <ReferenceLine
        y={thresholdSeconds}
        stroke={colours.bad}
        strokeWidth={1.5}
        ifOverflow="extendDomain"
        label={{
          value: formatLatency(thresholdSeconds),
          position: 'insideTopRight',
          fill: colours.quiet,
          fontSize: 11,
        }}
      />
      <Line
        dataKey="seconds"
        stroke={colours.main}
        strokeWidth={2}
        dot={false}
        connectNulls={false}
        isAnimationActive={false}
      />
    </TimeChart>
  );
};
