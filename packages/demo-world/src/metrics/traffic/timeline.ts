import { day, hour } from '../durations';
import type { WorldRecord } from '../record';
import type { DemoService } from '../../world/world';
import { characterOf } from './character';
import { episodesOf, type Episode, type Spend } from './episodes';
import { coldStart, podBirths } from './pods';
import { accumulated, requestRhythm, type Rhythm } from './waves';

/** A stretch of time in which all shares stay the same. */
export interface Segment {
  from: number;
  /** Factor on the service's ordinary traffic. */
  load: number;
  errorRatio: number;
  slowShare: number;
}

/** How far ahead of the last start the stories are laid out. */
const ahead = 60 * day;

/** 1970 began on a Thursday. */
const firstSaturday = 2 * day;
const week = 7 * day;

function isWeekend(time: number): boolean {
  return (((time - firstSaturday) % week) + week) % week < 2 * day;
}

function weekendEdges(from: number, to: number): number[] {
  const edges: number[] = [];
  const first = Math.floor((from - firstSaturday) / week) * week;
  for (let at = first + firstSaturday; at < to; at += week) {
    edges.push(at, at + 2 * day);
  }
  return edges;
}

/** When the service's series begin. */
export function bornAt(service: DemoService, record: WorldRecord): number {
  return service.story === 'new'
    ? Math.max(record.historyFrom, record.createdAt - 3 * day)
    : record.historyFrom;
}

/** Requests in [from, to] for a mean of one per second, weekends counted. */
function ordinaryRequests(
  rhythm: Rhythm,
  weekend: number,
  from: number,
  to: number,
): number {
  const edges = [from, ...weekendEdges(from, to), to]
    .filter(at => at >= from && at <= to)
    .sort((a, b) => a - b);
  let sum = 0;
  for (let i = 1; i < edges.length; i++) {
    const load = isWeekend(edges[i - 1]) ? weekend : 1;
    sum +=
      load *
      (accumulated(rhythm, edges[i]) - accumulated(rhythm, edges[i - 1]));
  }
  return sum;
}

/** The stories of a service laid out as stretches without a change inside. */
export function timelineOf(
  service: DemoService,
  record: WorldRecord,
): { rhythm: Rhythm; segments: Segment[] } {
  const character = characterOf(service);
  const rhythm = requestRhythm(service.name, character.dayAmplitude);
  const start = bornAt(service, record);
  const end = record.runs[record.runs.length - 1].startedAt + ahead;
  const episodes: Episode[] = [
    ...podBirths(service, start + hour, end).map(birth => ({
      from: birth,
      to: birth + coldStart.lasts,
      errors: { ratio: coldStart.errorRatio },
    })),
    ...episodesOf(service, record),
  ];

  const ratioThatSpends = (episode: Episode, spend: Spend) => {
    const requests = (from: number, to: number) =>
      ordinaryRequests(rhythm, character.weekend, from, to);
    const allowed = spend.budget * requests(spend.from, spend.to);
    const ratio = (spend.burn * allowed) / requests(episode.from, episode.to);
    return Math.min(0.95, ratio);
  };

  const edges = [
    start,
    ...weekendEdges(start, end),
    ...episodes.flatMap(({ from, to }) => [from, to]),
  ]
    .filter(at => at >= start && at < end)
    .sort((a, b) => a - b)
    .filter((at, i, all) => at !== all[i - 1]);

  const segments = edges.map(from => {
    const during = episodes.filter(e => e.from <= from && from < e.to);
    const errors = during.filter(e => e.errors).at(-1);
    const segment: Segment = {
      from,
      load: isWeekend(from) ? character.weekend : 1,
      errorRatio: character.errorRatio,
      slowShare: character.slowShare,
    };
    if (errors?.errors) {
      segment.errorRatio =
        'ratio' in errors.errors
          ? errors.errors.ratio
          : ratioThatSpends(errors, errors.errors.spend);
    }
    for (const { load = 1, slowShare } of during) {
      segment.load *= load;
      segment.slowShare = slowShare ?? segment.slowShare;
    }
    return segment;
  });
  return { rhythm, segments };
}
