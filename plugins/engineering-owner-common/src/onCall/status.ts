import { Problem } from '../problem';
import { AlertStatus, EntityMaintenance } from '../alerts/model';
import { MayAct } from './actions';
import { DurationFigures } from './durations';
import { IncidentTimes } from './incidentTimes';
import { PersonLoad, TeamLoad } from './load';
import { LoadTone } from './loadLimits';
import { SourceRef, Urgency } from './model';
import { OnCallPeriod } from './period';
import { ResponseTimeDistribution } from './responseTimeDistribution';
import { ResponseTimeTrend } from './responseTimeTrend';
import { IncidentTimeline } from './timeline';

/**
 * A person on call. `entityRef` is set when a User of the catalog has the same
 * e-mail and the caller may read it.
 *
 * @public
 */
export interface OnCallPerson {
  responderId: string;
  name: string;
  entityRef?: string;
  url?: string;
  timeZone?: string;
}

/**
 * @public
 */
export interface OnCallTurn {
  person: OnCallPerson;
  schedule?: { id: string; name: string };
  /** ISO 8601; null: not known. Of somebody permanent, when they were first seen. */
  from: string | null;
  /** ISO 8601; null: permanent. */
  to: string | null;
}

/**
 * One level of an escalation policy: who is called now and who comes next.
 *
 * @public
 */
export interface EscalationLevelStatus {
  level: number;
  delayMinutes: number;
  /** Empty: nobody is on call at this level now. */
  onCall: OnCallTurn[];
  /** The next turn that begins, if the coming four weeks hold one. */
  next?: OnCallTurn;
  /** Stretches of the coming four weeks without anybody, ISO 8601. */
  gaps: Array<{ from: string; to: string }>;
  /**
   * The coming four weeks in a word. `empty`: nobody at any time;
   * `permanent`: somebody always, without relief; `unknown`: nothing was read
   * of the time to come.
   */
  coverage: 'covered' | 'permanent' | 'gaps' | 'empty' | 'unknown';
}

/**
 * @public
 */
export interface EscalationStatus {
  policy: { id: string; name: string; url?: string };
  source: SourceRef;
  /** Services of this entity that use the policy. */
  serviceIds: string[];
  levels: EscalationLevelStatus[];
  /** Where it was asked. */
  coverage?: CoverageStatus;
}

/**
 * How a policy is staffed in the coming four weeks.
 *
 * @public
 */
export interface CoverageStatus {
  /** What was judged; shorter than four weeks where less was read. Absent: nothing. */
  period?: OnCallPeriod;
  /**
   * `act_now`: nobody is on call at this moment, or at any; `look_today`: a gap
   * at some level, a level without people, somebody without relief.
   */
  tone: LoadTone;
  /** Stretches in which nobody is on call at any level, ISO 8601. */
  nobody: Array<{ from: string; to: string }>;
  levelsWithoutPeople: number[];
  /** Who is on call without an end, at some level. */
  permanent: OnCallPerson[];
  levels: Array<{
    level: number;
    /** In the order of their beginnings, whole. */
    turns: OnCallTurn[];
    gaps: Array<{ from: string; to: string }>;
  }>;
}

/**
 * @public
 */
export interface OnCallServiceStatus {
  id: string;
  source: SourceRef;
  /** False: the account was read and does not have this service. */
  found: boolean;
  name?: string;
  url?: string;
  /** As the on-call system calls it; absent: not read yet, or it does not exist. */
  status?: string;
  /** True: it has no escalation policy, so it calls nobody. */
  withoutPolicy?: boolean;
  /** The entity whose annotation names it, when it is not this one. */
  inheritedFrom?: string;
  /** In the answer of a portfolio: the entities that have it. */
  entityRefs?: string[];
}

/**
 * What an answer about a Group, User, System or Domain is of: all that belongs
 * to it and that the caller may read.
 *
 * @public
 */
export interface OnCallPortfolio {
  /** Components, APIs and Resources. */
  entities: number;
  /** Those without an on-call service that exists, the first of them by ref. */
  withoutService: { n: number; entityRefs: string[] };
}

/**
 * A stretch for which a person is on call.
 *
 * @public
 */
export interface OwnShift {
  source: SourceRef;
  policy: { id: string; name: string; url?: string };
  level: number;
  schedule?: { id: string; name: string };
  /** ISO 8601; null: not known. Of somebody permanent, when they were first seen. */
  from: string | null;
  /** ISO 8601; null: permanent. */
  to: string | null;
}

/**
 * @public
 */
export interface IncidentStatus extends IncidentTimes {
  id: string;
  number?: number;
  title: string;
  url?: string;
  source: SourceRef;
  service: { id: string; name: string };
  urgency: Urgency;
  priority?: string;
  status: 'triggered' | 'acknowledged' | 'resolved';
  /** When it was triggered first, ISO 8601. */
  createdAt: string;
  /** First acknowledgement by a person, if any. */
  acknowledgedAt?: string;
  acknowledgedBy?: OnCallPerson;
  resolvedAt?: string;
  assignees: OnCallPerson[];
  /** Whether the caller may act on it; where it was asked and it is open. */
  may?: MayAct;
}

/**
 * Response times of a set of incidents, with what was left out and why.
 * Durations in seconds. Figures exist only when there is at least one
 * incident to measure.
 *
 * @public
 */
export interface ResponseTimes {
  /** Incidents measured. */
  n: number;
  figures?: DurationFigures;
  /** Fewer than ten incidents: read with care. */
  fewIncidents: boolean;
  /** Number of incidents left out, by reason. */
  excluded: Record<string, number>;
  targetSeconds?: number;
  /** Of the measured incidents the target applies to (high urgency), how many met it. */
  withinTarget?: { n: number; of: number };
  /** MTTR only: incidents that ended without a person, left out above. */
  autoResolved?: { n: number; figures?: DurationFigures };
}

/**
 * What being on call costs the people of the escalation policies of one account.
 *
 * @public
 */
export interface OnCallLoad {
  source: SourceRef;
  policies: Array<{ id: string; name: string }>;
  team: TeamLoad;
  /** By the load of each, the heaviest first. Absent: the caller may not see it. */
  persons?: Array<PersonLoad & { person: OnCallPerson }>;
  /** They are only the caller, who looks at their own page. */
  ownOnly?: boolean;
}

/**
 * Answer of `GET …/on-call`.
 *
 * @public
 */
export interface OnCallResponse {
  entityRef: string;
  /** Age of what is stale, or else of the incidents; absent before the first read. */
  asOf?: string;
  services: OnCallServiceStatus[];
  escalation: EscalationStatus[];
  incidents: {
    /** Oldest unacknowledged high urgency first. */
    open: IncidentStatus[];
    /** Resolved ones, the latest first, up to 50. */
    recent: IncidentStatus[];
    /** How many are resolved in the period, by urgency; where it was asked. */
    resolved?: Record<Urgency, number>;
  };
  /** Over the incidents created in the period. MTTA counts high urgency only. */
  responseTimes: {
    periodDays: number;
    mtta: ResponseTimes;
    mttr: ResponseTimes;
  };
  /** Of each account over the period of the response times; where it was asked. */
  load?: OnCallLoad[];
  alerts: AlertStatus[];
  /** Silences that cover all alerts of the entity; absent: none. */
  maintenance?: EntityMaintenance[];
  /** Those that will and have not begun, the next first; absent: none. */
  plannedMaintenance?: EntityMaintenance[];
  /** Age and problem of each part. */
  sections: {
    incidents: SectionStatus;
    escalation: SectionStatus;
    alerts: SectionStatus;
  };
  /** Of a Group, User, System or Domain. */
  portfolio?: OnCallPortfolio;
  /** Of a User: when they are on call in the coming four weeks, the next first. */
  shifts?: OwnShift[];
  /** Whether the caller may open incidents; where it was asked. */
  may?: MayAct;
  problems: Problem[];
}

/**
 * Answer of `GET …/on-call/incidents`.
 *
 * @public
 */
export interface OnCallIncidentsResponse {
  entityRef: string;
  period: OnCallPeriod;
  /** All that match, also those that are not among the incidents. */
  n: number;
  /** Resolved ones that match, the latest first, up to the limit. */
  incidents: IncidentStatus[];
}

/**
 * Answer of `GET …/on-call/incidents/{id}`.
 *
 * @public
 */
export interface OnCallIncidentResponse {
  entityRef: string;
  incident: IncidentStatus;
  timeline: IncidentTimeline;
  /** Everybody the timeline has by their id. */
  people: OnCallPerson[];
}

/**
 * Answer of `GET …/on-call/response-times`: week by week and how they are spread,
 * of the incidents created in the period.
 *
 * @public
 */
export interface OnCallResponseTimesResponse {
  entityRef: string;
  period: OnCallPeriod;
  /** IANA name; weeks begin on Monday at midnight there. */
  timeZone: string;
  trend: ResponseTimeTrend;
  distribution: {
    mtta: ResponseTimeDistribution;
    mttr: ResponseTimeDistribution;
  };
  problems: Problem[];
}

/**
 * Answer of `GET …/on-call/handover`.
 *
 * @public
 */
export interface HandoverResponse {
  entityRef: string;
  period: OnCallPeriod;
  markdown: string;
}

/**
 * Age and trouble of one part of an answer, so that one failing source blanks
 * or greys one card only.
 *
 * @public
 */
export interface SectionStatus {
  /** When the source last answered, ISO 8601; absent: never. */
  asOf?: string;
  state: 'ok' | 'stale' | 'pending' | 'not_configured';
  problem?: Problem;
}
