import {
  burnDown,
  lastPeriodOf,
  Problem,
  refineBurnDown,
  SloHistoryPoint,
  SloHistoryResponse,
  SloLatency,
  windowKey,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { findDefined } from './findDefined';
import { foldPoints } from './foldPoints';
import { SloAnswerOptions } from './getSlos';
import { HistoryQuery, readHistoryQuery } from './historyQuery';
import { EntityIncidents } from './incidents/EntityIncidents';
import { HOUR } from './ledger/LedgerDay';
import { SloMember } from './matchTemplate';
import { ChartReader, ChartReading, ChartTarget } from './onDemand/ChartReader';
import { SloRecord } from './SloReader';

const severalScrapesSeconds = 300;

type HistoryOptions = Pick<SloAnswerOptions, 'clock' | 'slos'> & {
  charts: ChartReader;
  incidents: EntityIncidents;
};

/**
 * `GET …/slos/{slo}/history`: what one chart shows. From the ledger, by the
 * hour; a finer one is read from the source, and by the hour when that fails.
 */
export async function getHistory(
  { entity, entityRef, credentials, request }: EntityRequest,
  { clock, slos, charts, incidents }: HistoryOptions,
): Promise<SloHistoryResponse> {
  const { slo } = request.params;
  const member = await findDefined(slos, {
    entity,
    entityRef,
    credentials,
    slo,
  });
  const { definition } = member;
  const { window, objective, indicator } = definition;
  const query = readHistoryQuery(request.query, { now: clock(), window });
  const record = await slos.read(member);
  const own = record.readings.find(each => each.window === windowKey(window));
  const end = own?.at ? new Date(own.at) : clock();
  const { from: windowStart, periodEndsAt } = windowStretch(window, end);
  const last = lastPeriodOf(window, record.readings, windowStart);

  const hours = await slos.readHours(member, {
    from: new Date(Math.min(windowStart.getTime(), query.from.getTime())),
    to: end,
  });
  const { points, scale } = burnDown({
    hours,
    objective,
    end,
    windowSeconds: (end.getTime() - windowStart.getTime()) / 1000,
    ...(last && { lastPeriodTotal: last.total }),
    ...(own?.counts && { windowCounts: own.counts }),
  });
  const target = targetOf(member, record, slos.planOf(member));
  const [chart, latency, overlay] = await Promise.all([
    readChart(points, { query, target, charts }),
    query.latency && indicator.kind === 'latency'
      ? readLatency({ query, target, charts, objective, ...indicator })
      : undefined,
    incidents.list({ entity, entityRef }, query, {
      ...member,
      objective,
      ...(own?.counts && {
        windowCounts: {
          bad: own.counts.bad,
          total: Math.max(own.counts.total, last?.total ?? 0),
        },
      }),
    }),
  ]);
  return {
    entityRef,
    slo,
    objective,
    from: query.from.toISOString(),
    to: query.to.toISOString(),
    windowStartsAt: windowStart.toISOString(),
    ...(window.type === 'calendar' && {
      windowEndsAt: periodEndsAt.toISOString(),
    }),
    scale,
    incidents: overlay,
    ...chart.shown,
    ...(latency?.ok && { latency: latency.value }),
    problems: [
      ...(member.invalid ? [member.invalid] : []),
      ...chart.problems,
      ...(latency && !latency.ok ? [latencyUnread(latency.reason)] : []),
    ],
  };
}

type ShownChart = Pick<
  SloHistoryResponse,
  'points' | 'stepSeconds' | 'resolution'
>;

async function readChart(
  hourly: SloHistoryPoint[],
  options: {
    query: HistoryQuery;
    target: ChartTarget | undefined;
    charts: ChartReader;
  },
): Promise<{ shown: ShownChart; problems: Problem[] }> {
  const { query, target, charts } = options;
  const stepSeconds = Math.max(query.stepSeconds, HOUR / 1000);
  const coarse: ShownChart = {
    stepSeconds,
    points: foldPoints(inRange(hourly, query), stepSeconds),
    resolution: 'ledger',
  };
  if (query.stepSeconds >= stepSeconds) {
    return { shown: coarse, problems: [] };
  }
  const { asked, reading: fine } = await readScraped(
    query,
    each => read(target, series => charts.readSteps(series, each)),
    ({ steps, problem }) =>
      problem !== undefined || steps.some(({ counts }) => counts !== null),
  );
  if (!fine.ok) {
    return { shown: coarse, problems: [chartHourly(fine.reason)] };
  }
  const { steps, problem } = fine.value;
  return {
    shown: {
      stepSeconds: asked.stepSeconds,
      points: refineBurnDown(hourly, steps),
      resolution: 'source',
    },
    problems: problem ? [problem] : [],
  };
}

async function readLatency(options: {
  query: HistoryQuery;
  target: ChartTarget | undefined;
  charts: ChartReader;
  objective: number;
  thresholdSeconds: number;
}): Promise<ChartReading<SloLatency>> {
  const { query, target, charts, objective, thresholdSeconds } = options;
  const quantile = objective;
  const { reading: points } = await readScraped(
    query,
    each =>
      read(target, series =>
        charts.readPercentile(series, { ...each, quantile }),
      ),
    found => found.some(({ seconds }) => seconds !== null),
  );
  return points.ok
    ? { ok: true, value: { quantile, thresholdSeconds, points: points.value } }
    : points;
}

/**
 * Growth takes two samples: in steps of a minute there is none where a service
 * is scraped once a minute, as many are. A chart that stays empty is read once
 * more, in steps that hold several scrapes.
 */
async function readScraped<T>(
  query: HistoryQuery,
  ask: (query: HistoryQuery) => Promise<ChartReading<T>>,
  holdsAnything: (value: T) => boolean,
): Promise<{ asked: HistoryQuery; reading: ChartReading<T> }> {
  const reading = await ask(query);
  const wider = { ...query, stepSeconds: severalScrapesSeconds };
  if (
    query.stepSeconds >= severalScrapesSeconds ||
    !reading.ok ||
    holdsAnything(reading.value)
  ) {
    return { asked: query, reading };
  }
  const again = await ask(wider);
  return again.ok && holdsAnything(again.value)
    ? { asked: wider, reading: again }
    : { asked: query, reading };
}

async function read<T>(
  target: ChartTarget | undefined,
  ask: (target: ChartTarget) => Promise<ChartReading<T>>,
): Promise<ChartReading<T>> {
  return target
    ? ask(target)
    : { ok: false, reason: 'its figures have not been read yet' };
}

/** Where the series of an SLO are; undefined before its group was inspected. */
function targetOf(
  { entityValue, invalid }: SloMember,
  { inspection }: SloRecord,
  plan: ChartTarget['plan'] | undefined,
): ChartTarget | undefined {
  return plan && inspection && entityValue !== undefined && !invalid
    ? { plan, entityValue, inspection: inspection.inspection }
    : undefined;
}

function inRange(
  points: SloHistoryPoint[],
  { from, to }: HistoryQuery,
): SloHistoryPoint[] {
  return points.filter(
    point =>
      Date.parse(point.to) > from.getTime() &&
      Date.parse(point.from) < to.getTime(),
  );
}

function chartHourly(reason: string): Problem {
  return {
    code: 'chart_hourly',
    severity: 'warning',
    message: `The chart shows whole hours, because steps below an hour could not be read: ${reason}`,
    params: { reason },
  };
}

function latencyUnread(reason: string): Problem {
  return {
    code: 'latency_unread',
    severity: 'warning',
    message: `Latencies could not be read: ${reason}`,
    params: { reason },
  };
}
