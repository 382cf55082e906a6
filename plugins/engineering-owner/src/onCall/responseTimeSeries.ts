import type {
  OnCallResponseTimesResponse,
  ResponseTimeWeek,
} from '@engineering-owner/backstage-plugin-common';
import type { ResponseTimePoint } from '../charts/ResponseTimeChart';
import {
  DASH,
  formatCount,
  formatDate,
  formatDay,
  formatDuration,
  formatExactDuration,
} from '../figures';
import type { T } from '../translation';
import { exclusionLines } from './exclusions';

/** A chart and the same as a table. */
export interface ResponseTimeSeries {
  title: string;
  description: string;
  /** What is drawn, of how many, and what to mind. */
  captions: string[];
  isDuration: boolean;
  points: ResponseTimePoint[];
  target?: { y: number } | { x: string };
  columns: string[];
  rows: string[][];
}

type Name = 'mtta' | 'mttr';

/** Median (bar) and 90th percentile (line) of each week. */
export function trendOf(
  t: T,
  { trend, distribution, timeZone }: OnCallResponseTimesResponse,
  name: Name,
): ResponseTimeSeries {
  const title = t(`onCall.trend.trendOf.${name}`);
  const { targetSeconds } = distribution[name];
  const target = formatExactDuration(targetSeconds);
  const { weeks, excluded } = trend;
  const n = formatCount(weeks.reduce((sum, each) => sum + each[name].n, 0));
  const left = Object.values(excluded).reduce((sum, each) => sum + each, 0);
  const columns = [
    t('onCall.trend.week'),
    t('onCall.trend.median'),
    t('onCall.trend.p90'),
    t('onCall.trend.n'),
  ];
  // Weeks begin at midnight there, which is another date elsewhere.
  const rows = weeks.map(each => [
    weekText(t, each, timeZone),
    ...figuresOf(t, each[name]),
  ]);
  return {
    title,
    description: t('onCall.trend.trendSummary', {
      title,
      weeks: formatCount(weeks.length),
      n,
      target,
    }),
    captions: [
      [
        t('onCall.trend.bar', { what: t('onCall.trend.median') }),
        t('onCall.trend.line', { what: t('onCall.trend.p90') }),
        t('onCall.trend.target', { target }),
        t('onCall.trend.nOf', { n }),
      ].join(' · '),
      ...(weeks.some(each => isWeak(each, name))
        ? [t('onCall.trend.pale')]
        : []),
      ...(left > 0
        ? [t('onCall.trend.outside', { count: left, n: formatCount(left) })]
        : []),
    ],
    isDuration: true,
    points: weeks.map((each, index) => ({
      name: formatDay(each.from, timeZone),
      bar: each[name].figures?.medianSeconds,
      line: each[name].figures?.p90Seconds,
      weak: isWeak(each, name),
      title: rows[index][0],
      rows: columns.slice(1).map((column, at) => ({
        name: column,
        value: rows[index][at + 1],
      })),
    })),
    target: { y: targetSeconds },
    columns,
    rows,
  };
}

/** Nothing to draw is not weak. */
function isWeak(week: ResponseTimeWeek, name: Name): boolean {
  const { n, fewIncidents } = week[name];
  return n > 0 && (week.partial || fewIncidents);
}

function weekText(
  t: T,
  { from, partial }: ResponseTimeWeek,
  timeZone: string,
): string {
  const week = formatDate(from, timeZone);
  return partial ? t('onCall.trend.partial', { week }) : week;
}

function figuresOf(
  t: T,
  { figures, n, fewIncidents }: ResponseTimeWeek[Name],
): string[] {
  return [
    figures ? formatDuration(figures.medianSeconds) : DASH,
    figures ? formatDuration(figures.p90Seconds) : DASH,
    n > 0 && fewIncidents
      ? t('onCall.trend.few', { n: formatCount(n) })
      : formatCount(n),
  ];
}

/** How many incidents took how long. */
export function spreadOf(
  t: T,
  { distribution }: OnCallResponseTimesResponse,
  name: Name,
): ResponseTimeSeries {
  const title = t(`onCall.trend.spreadOf.${name}`);
  const { n, buckets, targetSeconds, fewIncidents, excluded } =
    distribution[name];
  const target = formatExactDuration(targetSeconds);
  const bucketName = ({ fromSeconds, toSeconds }: (typeof buckets)[number]) =>
    toSeconds === null
      ? t('onCall.trend.longer', { from: formatExactDuration(fromSeconds) })
      : t('onCall.trend.upTo', { to: formatExactDuration(toSeconds) });
  const met = buckets.find(({ toSeconds }) => toSeconds === targetSeconds);
  const columns = [t('onCall.trend.took'), t('onCall.trend.incidents')];
  return {
    title,
    description: t('onCall.trend.spreadSummary', {
      title,
      n: formatCount(n),
      target,
    }),
    captions: [
      [
        t('onCall.trend.target', { target }),
        t('onCall.trend.nOf', { n: formatCount(n) }),
        ...(n > 0 && fewIncidents ? [t('onCall.response.few')] : []),
      ].join(' · '),
      ...exclusionLines(t, { excluded }),
    ],
    isDuration: false,
    points: buckets.map(bucket => ({
      name: bucketName(bucket),
      bar: bucket.n,
      weak: fewIncidents,
      title: bucketName(bucket),
      rows: [{ name: columns[1], value: formatCount(bucket.n) }],
    })),
    ...(met && { target: { x: bucketName(met) } }),
    columns,
    rows: buckets.map(bucket => [bucketName(bucket), formatCount(bucket.n)]),
  };
}
