import { BackToBackShifts, backToBackShifts } from './backToBack';
import { HourClass } from './hourClass';
import { IncidentRecord } from './incidentRecord';
import { instantOf } from './instant';
import { Interruption, Interruptions, interruptionsOf } from './interruptions';
import { defaultLoadLimits, LoadLimits } from './loadLimits';
import { OnCallShift } from './model';
import { Noise, noise } from './noise';
import {
  OnCallShare,
  onCallShare,
  TeamOnCallShare,
  teamOnCallShare,
} from './onCallShare';
import { byResponder } from './onCallTime';
import { PagesPerShift, pagesPerShift } from './pagesPerShift';
import { OnCallPeriod, periodStretch } from './period';
import { SleepPages, sleepPages } from './sleepPages';
import { clip, stretchOf } from './stretches';

/**
 * What load is told from.
 *
 * @public
 */
export interface LoadRequest {
  period: OnCallPeriod;
  /** The escalation policies the load is of. */
  policyIds: string[];
  /** Incidents of these policies, with their whole log, that were created or notified somebody in the period. */
  records: IncidentRecord[];
  /**
   * Shifts of the people of these policies, also those of other policies and
   * the last ones before the period.
   */
  shifts: OnCallShift[];
  /** ISO 8601; from when on all shifts are known. Figures that rest on shifts begin there. */
  shiftsKnownFrom?: string;
  /** IANA name of a responder's time zone. */
  timeZoneOf: (responderId: string) => string | undefined;
  limits?: LoadLimits;
}

/**
 * What being on call costs a team, without names: one person's pages cannot be
 * told from another's unless the team is one person (`onCallShare.n`).
 *
 * @public
 */
export interface TeamLoad {
  period: OnCallPeriod;
  interruptions: {
    n: number;
    /** `unknown`: the person's time zone is not known. */
    byHourClass: Record<HourClass | 'unknown', number>;
    /** Notifications left out, by reason. */
    excluded: Interruptions['excluded'];
  };
  pagesPerShift: PagesPerShift;
  sleepPages: SleepPages;
  onCallShare: TeamOnCallShare;
  backToBack: BackToBackShifts;
  noise: Noise;
}

/**
 * What being on call costs a person.
 *
 * @public
 */
export interface PersonLoad {
  responderId: string;
  pagesPerShift: PagesPerShift;
  sleepPages: SleepPages;
  onCallShare: OnCallShare;
  backToBack: BackToBackShifts;
}

/**
 * The load of a team: the people on call for its policies in the period and
 * those who were paged for them.
 *
 * @public
 */
export function teamLoad(request: LoadRequest): TeamLoad {
  const { period, limits = defaultLoadLimits } = request;
  const shiftPeriod = knownPeriod(request);
  const { interruptions, excluded } = interruptionsOf(request.records, request);
  const people = peopleOf(request, interruptions);
  const members = new Set(people);
  const shifts = request.shifts.filter(each => members.has(each.responderId));
  return {
    period,
    interruptions: {
      n: interruptions.length,
      byHourClass: byHourClass(interruptions),
      excluded,
    },
    pagesPerShift: pagesPerShift(
      interruptions,
      shiftsOfPolicies(shifts, request.policyIds),
      { period: shiftPeriod, limit: limits.pagesPerShift },
    ),
    sleepPages: sleepPages(interruptions, {
      period,
      limit: limits.sleepPagesPerWeek,
    }),
    onCallShare: teamOnCallShare(shifts, people, {
      period: shiftPeriod,
      limit: limits.onCallShare,
    }),
    backToBack: backToBackShifts(shifts, shiftPeriod),
    noise: noise(request.records, { period, limit: limits.noise }),
  };
}

/**
 * The load of each person of a team, by their id. For those who may see it.
 *
 * @public
 */
export function personLoads(request: LoadRequest): PersonLoad[] {
  const { period, limits = defaultLoadLimits } = request;
  const shiftPeriod = knownPeriod(request);
  const { interruptions } = interruptionsOf(request.records, request);
  const shiftsOf = byResponder(request.shifts);
  return peopleOf(request, interruptions).map(responderId => {
    const shifts = shiftsOf.get(responderId) ?? [];
    const own = interruptions.filter(each => each.responderId === responderId);
    return {
      responderId,
      pagesPerShift: pagesPerShift(
        own,
        shiftsOfPolicies(shifts, request.policyIds),
        { period: shiftPeriod, limit: limits.pagesPerShift },
      ),
      sleepPages: sleepPages(own, { period, limit: limits.sleepPagesPerWeek }),
      onCallShare: onCallShare(shifts, {
        period: shiftPeriod,
        limit: limits.onCallShare,
      }),
      backToBack: backToBackShifts(shifts, shiftPeriod),
    };
  });
}

/** The part of the period in which shifts are known. */
function knownPeriod({ period, shiftsKnownFrom }: LoadRequest): OnCallPeriod {
  const known = shiftsKnownFrom && instantOf(shiftsKnownFrom);
  const begins = instantOf(period.from);
  return known && begins !== undefined && known > begins
    ? { from: new Date(known).toISOString(), to: period.to }
    : period;
}

function peopleOf(
  { period, policyIds, shifts }: LoadRequest,
  interruptions: Interruption[],
): string[] {
  const bounds = periodStretch(period);
  const onCall = shiftsOfPolicies(shifts, policyIds).filter(
    shift => clip(stretchOf(shift), bounds).length > 0,
  );
  return [
    ...new Set([...onCall, ...interruptions].map(each => each.responderId)),
  ].sort();
}

function shiftsOfPolicies(
  shifts: OnCallShift[],
  policyIds: string[],
): OnCallShift[] {
  const policies = new Set(policyIds);
  return shifts.filter(({ policyId }) => policies.has(policyId));
}

function byHourClass(
  interruptions: Interruption[],
): TeamLoad['interruptions']['byHourClass'] {
  const counts = { sleep: 0, off_hours: 0, business: 0, unknown: 0 };
  for (const { hourClass } of interruptions) {
    counts[hourClass ?? 'unknown'] += 1;
  }
  return counts;
}
