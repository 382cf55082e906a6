import Paper from '@material-ui/core/Paper';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatBudget, formatCount, formatTime } from '../figures';
import { useT } from '../translation';
import type { BurnDownPoint } from './burnDownSeries';
import { budgetTicks, lowestTick } from './budgetTicks';
import { formatTick, timeTicks } from './timeAxis';

const HEIGHT = 260;

const useStyles = makeStyles(theme => ({
  tooltip: {
    display: 'grid',
    gridTemplateColumns: 'auto auto',
    gap: theme.spacing(0, 2),
    padding: theme.spacing(1, 1.5),
    fontSize: theme.typography.pxToRem(12),
    fontVariantNumeric: 'tabular-nums',
  },
  when: { gridColumn: '1 / -1', fontWeight: 600 },
  value: { textAlign: 'right' },
}));

interface BurnDownChartProps {
  points: BurnDownPoint[];
  /** What the chart shows, for people who do not see it. */
  description: string;
}

/** Error budget left over time, beside even spending and the zero line. */
export const BurnDownChart = ({ points, description }: BurnDownChartProps) => {
  const theme = useTheme();
  const { palette, typography } = theme;
  const from = points[0].at;
  const to = points[points.length - 1].at;
  const lowest = lowestTick(points);
  const axis = {
    stroke: palette.text.secondary,
    tick: { fill: palette.text.secondary, fontSize: 12 },
    tickLine: false,
    fontFamily: typography.fontFamily,
  };
  return (
    <div role="img" aria-label={description}>
      <ResponsiveContainer
        width="100%"
        height={HEIGHT}
        initialDimension={{ width: 640, height: HEIGHT }}
      >
        <ComposedChart
          data={points}
          margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke={palette.divider} vertical={false} />
          <XAxis
            dataKey="at"
            type="number"
            scale="time"
            domain={[from, to]}
            ticks={timeTicks(from, to)}
            interval="equidistantPreserveStart"
            tickFormatter={at => formatTick(at, to - from)}
            {...axis}
          />
          <YAxis
            domain={[lowest, 1]}
            ticks={budgetTicks(lowest)}
            interval={0}
            tickFormatter={formatBudget}
            width={64}
            axisLine={false}
            {...axis}
          />
          <ReferenceLine
            y={0}
            stroke={palette.status.error}
            strokeWidth={1.5}
          />
          <Line
            dataKey="even"
            stroke={palette.text.secondary}
            strokeDasharray="4 4"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
          <Line
            dataKey="left"
            stroke={
              palette.type === 'dark'
                ? palette.primary.light
                : palette.primary.main
            }
            strokeWidth={2}
            dot={false}
            connectNulls={false}
            isAnimationActive={false}
          />
          <Tooltip
            isAnimationActive={false}
            content={({ active, payload }) =>
              active && payload?.[0] ? (
                <PointTooltip point={payload[0].payload} />
              ) : null
            }
          />
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
};

function PointTooltip({ point }: { point: BurnDownPoint }) {
  const t = useT();
  const classes = useStyles();
  const rows = [
    [
      t('slos.chart.left'),
      point.left === null ? undefined : formatBudget(point.left),
    ],
    [t('slos.chart.ideal'), formatBudget(point.even)],
    [
      t('slos.chart.bad'),
      point.bad === null ? undefined : formatCount(point.bad),
    ],
    [
      t('slos.chart.total'),
      point.total === null ? undefined : formatCount(point.total),
    ],
  ];
  return (
    <Paper elevation={4} className={classes.tooltip}>
      <span className={classes.when}>
        {formatTime(new Date(point.at).toISOString(), new Date())}
      </span>
      {rows.map(([name, value]) => [
        <span key={`${name} name`}>{name}</span>,
        <span key={`${name} value`} className={classes.value}>
          {value ?? t('slos.chart.noReading')}
        </span>,
      ])}
    </Paper>
  );
}
