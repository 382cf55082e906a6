import { DateTime, IANAZone } from 'luxon';
import { concludedWithin, createdWithin } from './cohorts';
import { IncidentRecord } from './incidentRecord';
import { instantOf } from './instant';
import { OnCallPeriod, periodStretch } from './period';
import { acknowledgementTimes, resolutionTimes } from './responseTimes';
import { ResponseTimes } from './status';
import { Stretch } from './stretches';

const WEEK_MS = 7 * 86_400_000;
/** A trend is not drawn further back: two years and the weeks that are cut. */
const MOST_WEEKS = 106;

/**
 * The response times of one week: to acknowledge, of the incidents created in
 * it; to resolve, of those resolved in it.
 *
 * @public
 */
export interface ResponseTimeWeek {
  /** Monday at midnight, or the beginning of the period. */
  from: string;
  /** The next Monday at midnight, or the end of the period. */
  to: string;
  /** Cut by the period: its numbers are not those of a week. */
  partial: boolean;
  mtta: ResponseTimes;
  mttr: ResponseTimes;
}

/**
 * @public
 */
export interface ResponseTimeTrend {
  /** In the order of time, weeks without incidents among them. */
  weeks: ResponseTimeWeek[];
  /** Incidents of no week: created and resolved outside the period, or at no time that can be read. */
  excluded: { outside_period?: number; impossible_times?: number };
}

/**
 * Response times week by week: an incident that was created on Sunday and
 * resolved on Monday counts for Sunday's week as to its acknowledgement and for
 * Monday's as to its resolution. Weeks begin
 * on Monday at midnight in the time zone, so that the ones in which clocks
 * change have an hour less or more. Of a period of more than two years the last
 * two are told.
 *
 * @public
 */
export function responseTimeTrend(
  cohort: IncidentRecord[],
  options: {
    period: OnCallPeriod;
    /** IANA name; UTC where there is none of this name. */
    timeZone: string;
    targets: { mttaSeconds: number; mttrSeconds: number };
  },
): ResponseTimeTrend {
  const { period, timeZone, targets } = options;
  const weeks = weeksOf(periodStretch(period), timeZone);
  const cohorts = weeks.map(week => ({
    created: createdWithin(cohort, week),
    concluded: concludedWithin(cohort, week),
  }));
  const placed = new Set(
    cohorts.flatMap(({ created, concluded }) => [...created, ...concluded]),
  );
  const excluded: ResponseTimeTrend['excluded'] = {};
  for (const record of cohort) {
    if (!placed.has(record)) {
      const reason =
        instantOf(record.incident.createdAt) === undefined
          ? 'impossible_times'
          : 'outside_period';
      excluded[reason] = (excluded[reason] ?? 0) + 1;
    }
  }
  return {
    weeks: weeks.map(({ from, to, partial }, index) => ({
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      partial,
      mtta: acknowledgementTimes(cohorts[index].created, {
        targetSeconds: targets.mttaSeconds,
      }),
      mttr: resolutionTimes(cohorts[index].concluded, {
        targetSeconds: targets.mttrSeconds,
      }),
    })),
    excluded,
  };
}

function weeksOf(
  { from: begins, to }: Stretch,
  timeZone: string,
): Array<Stretch & { partial: boolean }> {
  const zone = timeZone && IANAZone.isValidZone(timeZone) ? timeZone : 'utc';
  const from = Math.max(begins, to - MOST_WEEKS * WEEK_MS);
  const weeks: Array<Stretch & { partial: boolean }> = [];
  if (!(to > from)) {
    return weeks;
  }
  let monday = DateTime.fromMillis(from, { zone }).startOf('week');
  while (monday.isValid && monday.toMillis() < to) {
    const next = monday.plus({ weeks: 1 });
    const ends = next.isValid ? next.toMillis() : to;
    weeks.push({
      from: Math.max(from, monday.toMillis()),
      to: Math.min(to, ends),
      partial: monday.toMillis() < from || ends > to,
    });
    monday = next;
  }
  return weeks;
}
