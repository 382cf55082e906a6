import { useTheme } from '@material-ui/core/styles';
import {
  Bar,
  CartesianGrid,
  Cell,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { CHART_HEIGHT } from './chartHeight';
import { ChartTooltip, type TooltipRow } from './ChartTooltip';
import { useChartColours } from './useChartColours';

/** One place on the horizontal axis; undefined: nothing to measure there. */
export interface ResponseTimePoint {
  name: string;
  bar?: number;
  line?: number;
  /** To be read with care: drawn pale. */
  weak?: boolean;
  /** The whole of it, at the cursor. */
  title: string;
  rows: TooltipRow[];
}

/** Response times by week, or how many took how long. */
export function ResponseTimeChart(props: {
  points: ResponseTimePoint[];
  description: string;
  format: (value: number) => string;
  /** The target as a height, or as a place on the horizontal axis. */
  target?: { y: number } | { x: string };
}) {
  const { palette, typography } = useTheme();
  const colours = useChartColours();
  const axis = {
    stroke: palette.text.secondary,
    tick: { fill: palette.text.secondary, fontSize: 12 },
    tickLine: false,
    fontFamily: typography.fontFamily,
  };
  const height = CHART_HEIGHT.responseTimes;
  return (
    <div role="figure" aria-label={props.description}>
      <ResponsiveContainer
        width="100%"
        height={height}
        initialDimension={{ width: 480, height }}
      >
        <ComposedChart
          data={props.points}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          aria-label={props.description}
        >
          <CartesianGrid stroke={colours.grid} vertical={false} />
          <XAxis dataKey="name" {...axis} />
          <YAxis
            // As wide as “1 h 40 min”, which would be broken and cut off.
            width={80}
            axisLine={false}
            tickCount={4}
            tickFormatter={props.format}
            {...axis}
          />
          <Bar dataKey="bar" fill={colours.main} isAnimationActive={false}>
            {props.points.map(({ name, weak }) => (
              <Cell key={name} fillOpacity={weak ? 0.45 : 1} />
            ))}
          </Bar>
          <Line
            dataKey="line"
            stroke={colours.quiet}
            strokeDasharray="4 2"
            isAnimationActive={false}
          />
          {props.target && (
            <ReferenceLine
              {...props.target}
              stroke={colours.limit}
              // A bucket ends with the target.
              position="end"
              ifOverflow="extendDomain"
            />
          )}
          <Tooltip
            isAnimationActive={false}
            // A week without incidents says so.
            filterNull={false}
            content={({ active, payload }) =>
              active && payload?.[0] ? (
                <ChartTooltip {...tooltipOf(payload[0].payload)} />
              ) : null
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function tooltipOf({ title, rows }: ResponseTimePoint) {
  return { title, rows };
}
