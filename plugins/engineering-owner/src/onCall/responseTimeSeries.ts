import type { OnCallResponseTimesResponse } from '@engineering-owner/backstage-plugin-common';
import type { ResponseTimePoint } from '../charts/ResponseTimeChart';
import { DASH, formatCount, formatDate, formatDuration } from '../figures';
import type { T } from '../translation';

/** A chart and the same as a table. */
export interface ResponseTimeSeries {
  title: string;
  description: string;
  caption: string;
  isDuration: boolean;
  points: ResponseTimePoint[];
  target?: { y: number } | { x: string };
  columns: string[];
  rows: string[][];
}

/** Median (bar) and 90th percentile (line) of each week. */
export function trendOf(
  t: T,
  { trend, distribution }: OnCallResponseTimesResponse,
  name: 'mtta' | 'mttr',
): ResponseTimeSeries {
  const title = t(`onCall.trend.trendOf.${name}`);
  const { targetSeconds } = distribution[name];
  const target = formatDuration(targetSeconds);
  const week = (from: string, partial: boolean) =>
    partial
      ? t('onCall.trend.partial', { week: formatDate(from) })
      : formatDate(from);
  return {
    title,
    description: t('onCall.trend.trendSummary', {
      title,
      weeks: formatCount(trend.weeks.length),
      target,
    }),
    caption: [
      t('onCall.trend.median'),
      t('onCall.trend.p90'),
      t('onCall.trend.target', { target }),
    ].join(' · '),
    isDuration: true,
    points: trend.weeks.map(each => ({
      name: formatDate(each.from),
      bar: each[name].figures?.medianSeconds,
      line: each[name].figures?.p90Seconds,
    })),
    target: { y: targetSeconds },
    columns: [
      t('onCall.trend.week'),
      t('onCall.trend.median'),
      t('onCall.trend.p90'),
      t('onCall.trend.n'),
    ],
    rows: trend.weeks.map(each => {
      const { figures, n } = each[name];
      return [
        week(each.from, each.partial),
        figures ? formatDuration(figures.medianSeconds) : DASH,
        figures ? formatDuration(figures.p90Seconds) : DASH,
        formatCount(n),
      ];
    }),
  };
}

/** How many incidents took how long. */
export function spreadOf(
  t: T,
  { distribution }: OnCallResponseTimesResponse,
  name: 'mtta' | 'mttr',
): ResponseTimeSeries {
  const title = t(`onCall.trend.spreadOf.${name}`);
  const { n, buckets, targetSeconds } = distribution[name];
  const target = formatDuration(targetSeconds);
  const bucketName = ({ fromSeconds, toSeconds }: (typeof buckets)[number]) =>
    toSeconds === null
      ? t('onCall.trend.longer', { from: formatDuration(fromSeconds) })
      : t('onCall.trend.upTo', { to: formatDuration(toSeconds) });
  const met = buckets.find(({ toSeconds }) => toSeconds === targetSeconds);
  return {
    title,
    description: t('onCall.trend.spreadSummary', {
      title,
      n: formatCount(n),
      target,
    }),
    caption: t('onCall.trend.target', { target }),
    isDuration: false,
    points: buckets.map(bucket => ({
      name: bucketName(bucket),
      bar: bucket.n,
    })),
    ...(met && { target: { x: bucketName(met) } }),
    columns: [t('onCall.trend.took'), t('onCall.trend.incidents')],
    rows: buckets.map(bucket => [bucketName(bucket), formatCount(bucket.n)]),
  };
}
