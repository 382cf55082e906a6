import { BackToBackShifts, backToBackShifts } from './backToBack';
import { HourClass } from './hourClass';
import { IncidentRecord } from './incidentRecord';
import { Interruption, Interruptions, interruptionsOf } from './interruptions';
import { KnownPart, knownPart, ofPart } from './knownPart';
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
import { clip, lengthOf, stretchOf } from './stretches';

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
  /**
   * ISO 8601; from when on and until when all incidents are known. Figures that
   * rest on incidents are of that part of the period, and say so.
   */
  incidentsKnownFrom?: string;
  incidentsKnownUntil?: string;
  /** ISO 8601; from when on all shifts are known, likewise. */
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
    /** Shorter than asked for where incidents are known only from later on. */
    period: OnCallPeriod;
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
  const parts = knownParts(request);
  const { interruptions, excluded } = interruptionsOf(request.records, {
    ...request,
    ...parts.incidents,
  });
  const people = peopleOf(request, interruptions);
  const members = new Set(people);
  const shifts = request.shifts.filter(each => members.has(each.responderId));
  return {
    period,
    interruptions: {
      period: parts.incidents.period,
      n: interruptions.length,
      byHourClass: byHourClass(interruptions),
      excluded,
    },
    ...figuresOfBoth(interruptions, shifts, request),
    onCallShare: ofPart(
      parts.shifts,
      teamOnCallShare(shifts, people, shareOptions(request)),
    ),
    noise: ofPart(
      parts.incidents,
      noise(request.records, { ...parts.incidents, limit: limits.noise }),
    ),
  };
}

/**
 * The load of each person of a team, by their id. For those who may see it.
 *
 * @public
 */
export function personLoads(request: LoadRequest): PersonLoad[] {
  const parts = knownParts(request);
  const { interruptions } = interruptionsOf(request.records, {
    ...request,
    ...parts.incidents,
  });
  const shiftsOf = byResponder(request.shifts);
  return peopleOf(request, interruptions).map(responderId => {
    const shifts = shiftsOf.get(responderId) ?? [];
    const own = interruptions.filter(each => each.responderId === responderId);
    return {
      responderId,
      ...figuresOfBoth(own, shifts, request),
      onCallShare: ofPart(
        parts.shifts,
        onCallShare(shifts, shareOptions(request)),
      ),
    };
  });
}

/** What is told of a team by the same rules as of a person. */
function figuresOfBoth(
  interruptions: Interruption[],
  shifts: OnCallShift[],
  request: LoadRequest,
): Pick<PersonLoad, 'pagesPerShift' | 'sleepPages' | 'backToBack'> {
  const { policyIds, limits = defaultLoadLimits } = request;
  const parts = knownParts(request);
  return {
    pagesPerShift: ofPart(
      parts.both,
      pagesPerShift(interruptions, shiftsOfPolicies(shifts, policyIds), {
        ...parts.both,
        limit: limits.pagesPerShift,
      }),
    ),
    sleepPages: ofPart(
      parts.incidents,
      sleepPages(interruptions, {
        ...parts.incidents,
        limit: limits.sleepPagesPerWeek,
      }),
    ),
    backToBack: ofPart(
      parts.shifts,
      backToBackShifts(shifts, parts.shifts.period, request.timeZoneOf),
    ),
  };
}

/** The parts of the period of which incidents, shifts and both are known. */
function knownParts({
  period,
  incidentsKnownFrom,
  incidentsKnownUntil,
  shiftsKnownFrom,
}: LoadRequest): Record<'incidents' | 'shifts' | 'both', KnownPart> {
  const incidents = { from: incidentsKnownFrom, until: incidentsKnownUntil };
  const shifts = { from: shiftsKnownFrom };
  return {
    incidents: knownPart(period, incidents),
    shifts: knownPart(period, shifts),
    both: knownPart(period, incidents, shifts),
  };
}

/**
 * Of a part of the period, a share is too much only when it would be of the
 * whole: whoever is on call in the first hour that is known is not always.
 */
function shareOptions(request: LoadRequest): {
  period: OnCallPeriod;
  limit: number;
} {
  const { onCallShare: limit } = request.limits ?? defaultLoadLimits;
  const { period, whole } = knownParts(request).shifts;
  const known = lengthOf([periodStretch(period)]);
  const all = lengthOf([periodStretch(request.period)]);
  return {
    period,
    limit: whole || known === 0 ? limit : (limit * all) / known,
  };
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
