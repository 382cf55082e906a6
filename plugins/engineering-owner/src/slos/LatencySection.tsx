import {
  parseDuration,
  type SloHistoryResponse,
  type SloStatus,
} from '@engineering-owner/backstage-plugin-common';
import Button from '@material-ui/core/Button';
import { CHART_HEIGHT } from '../charts/chartHeight';
import { LatencyChart } from '../charts/lazyCharts';
import { SeriesTable } from '../charts/SeriesTable';
import {
  formatLatency,
  formatPercentile,
  formatThreshold,
  formatTime,
  useNow,
} from '../figures';
import { Section } from '../layout';
import { useQueryChoice } from '../routing';
import { useT } from '../translation';
import Typography from '@material-ui/core/Typography';
import { type ChartContent, ChartSection } from './ChartSection';
import { percentileQueries } from './figureQueries';
import { historyRange, type RangeChoice } from './historyRange';
import { QueryList } from './QueryList';
import { useSloHistory } from './useSloHistory';

interface LatencyProps {
  slo: SloStatus;
  thresholdSeconds: number;
  range: RangeChoice;
}

/**
 * The percentile of a latency objective. It is read from the source when it is
 * opened, and stays open in the query string.
 */
export const LatencySection = (props: LatencyProps) => {
  const t = useT();
  const [chart, show] = useQueryChoice('latency');
  const percentile = formatPercentile(props.slo.objective);
  if (chart === 'shown') {
    return <OpenLatencySection {...props} onClose={() => show('hidden')} />;
  }
  return (
    <Section
      title={t('slos.latency.title', { percentile })}
      side={
        <Button
          size="small"
          style={{ textTransform: 'none' }}
          aria-expanded={false}
          onClick={() => show('shown')}
        >
          {t('slos.latency.show')}
        </Button>
      }
    >
      <Typography variant="body2" color="textSecondary">
        {t('slos.latency.closed', {
          percentile,
          threshold: formatThreshold(props.thresholdSeconds),
        })}
      </Typography>
    </Section>
  );
};

function OpenLatencySection(props: LatencyProps & { onClose: () => void }) {
  const { slo, thresholdSeconds, range } = props;
  const t = useT();
  const now = useNow(60);
  const history = useSloHistory(slo.name, range, { latency: true });
  const percentile = formatPercentile(slo.objective);
  const title = t('slos.latency.title', { percentile });
  const { step } = historyRange(range, now);
  const queries = percentileQueries(slo, parseDuration(step));

  const content = (data: SloHistoryResponse): ChartContent => {
    const points = (data.latency?.points ?? []).map(({ at, seconds }) => ({
      at: Date.parse(at),
      seconds,
    }));
    const read = points.flatMap(({ seconds }) =>
      seconds === null ? [] : [seconds],
    );
    if (!data.latency || read.length === 0) {
      return { sentence: t('slos.latency.empty') };
    }
    return {
      chart: (
        <LatencyChart
          latency={data.latency}
          points={points}
          name={percentile}
          from={Date.parse(data.from)}
          to={Date.parse(data.to)}
          description={t('slos.latency.description', {
            percentile,
            from: formatTime(data.from, now),
            to: formatTime(data.to, now),
            last: formatLatency(read[read.length - 1]),
            threshold: formatThreshold(thresholdSeconds),
          })}
        />
      ),
      table: (
        <SeriesTable
          label={title}
          points={points}
          columns={[
            {
              title: percentile,
              value: ({ seconds }) =>
                seconds === null ? undefined : formatLatency(seconds),
            },
          ]}
        />
      ),
      caption: t('slos.latency.caption'),
    };
  };

  return (
    <ChartSection
      title={title}
      lines={[
        t('slos.explain.latency', {
          percentile,
          threshold: formatThreshold(thresholdSeconds),
        }),
        ...queries.map(query =>
          t('slos.explain.percentileStep', { step, window: query.window }),
        ),
      ]}
      queries={<QueryList slo={slo} queries={queries} />}
      height={CHART_HEIGHT.latency}
      result={history}
      side={
        <Button
          size="small"
          style={{ textTransform: 'none' }}
          aria-expanded
          onClick={props.onClose}
        >
          {t('slos.latency.hide')}
        </Button>
      }
      content={content}
    />
  );
}
