import { useTheme } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatTime } from '../figures';
import { ChartTooltip, type TooltipRow } from './ChartTooltip';
import { formatTick, timeTicks } from './timeAxis';

/**
 * The frame that all charts of an SLO share: a time axis over the same range,
 * and a cursor that moves in all of them at once.
 */
export function TimeChart<TPoint extends { at: number }>(props: {
  points: TPoint[];
  /** Ends of the time axis, milliseconds. */
  from: number;
  to: number;
  height: number;
  /** What the chart shows, for people who do not see it. */
  description: string;
  yAxis: {
    domain: [number, number | 'auto'];
    ticks?: number[];
    format: (value: number) => string;
  };
  /** Figures at the cursor. */
  rows: (point: TPoint) => TooltipRow[];
  children: ReactNode;
}) {
  const { points, from, to, height, yAxis } = props;
  const { palette, typography } = useTheme();
  const axis = {
    stroke: palette.text.secondary,
    tick: { fill: palette.text.secondary, fontSize: 12 },
    tickLine: false,
    fontFamily: typography.fontFamily,
  };
  return (
    <div role="figure" aria-label={props.description}>
      <ResponsiveContainer
        width="100%"
        height={height}
        initialDimension={{ width: 640, height }}
      >
        <ComposedChart
          data={points}
          syncId="slo"
          syncMethod="value"
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
          // It has the focus of the keyboard. A title would pop up over it.
          aria-label={props.description}
        >
          <CartesianGrid stroke={palette.divider} vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[from, to]}
            allowDataOverflow
            ticks={timeTicks(from, to)}
            interval="equidistantPreserveStart"
            tickFormatter={at => formatTick(at, to - from)}
            {...axis}
          />
          <YAxis
            domain={yAxis.domain}
            ticks={yAxis.ticks}
            interval={yAxis.ticks ? 0 : 'preserveEnd'}
            tickFormatter={yAxis.format}
            tickCount={4}
            width={64}
            axisLine={false}
            {...axis}
          />
          {props.children}
          <Tooltip
            isAnimationActive={false}
            content={({ active, payload }) =>
              active && payload?.[0] ? (
                <ChartTooltip
                  title={formatTime(
                    new Date(payload[0].payload.at).toISOString(),
                    new Date(),
                  )}
                  rows={props.rows(payload[0].payload)}
                />
              ) : null
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}
