import { WorstImpairment } from '../onCall/impairedServices';
import { SourceRef } from '../onCall/model';
import { OnCallServiceRef } from '../onCall/signal';
import { IncidentStatus, OnCallTurn, SectionStatus } from '../onCall/status';
import { RoleHolder } from '../ownership/status';
import { Problem } from '../problem';
import { RunbookState } from '../runbooks/model';
import { SloStatus } from '../slos/status';

/**
 * Answer of `GET …/summary`: what all overview cards of an entity show.
 *
 * @public
 */
export interface SummaryResponse {
  entityRef: string;
  ownership: {
    owner?: RoleHolder;
    primary?: RoleHolder;
    deputy?: RoleHolder;
    worstProblem?: Problem;
    problemCount: number;
  };
  onCall: {
    section: SectionStatus;
    /** How many services are named for the entity. */
    services: number;
    /** Which they are; absent: none. */
    named?: OnCallServiceRef[];
    /** The first of them that its account does not have. */
    missingService?: string;
    /** What is worst of those that exist and may page nobody. */
    impaired?: WorstImpairment;
    /**
     * First level of each policy. `covered`: somebody is on call at one of its
     * levels, if not at the first.
     */
    now: Array<{ policy: string; turns: OnCallTurn[]; covered: boolean }>;
    openIncidents: number;
    /** Of high urgency and not acknowledged. */
    unacknowledged: number;
    /** Since when the one that waits longest does; as of `waitingSince`. */
    oldestUnacknowledgedAt?: string;
    /** Of the open incidents the one that needs somebody most. */
    worstIncident?: Pick<
      IncidentStatus,
      | 'id'
      | 'title'
      | 'url'
      | 'source'
      | 'urgency'
      | 'status'
      | 'createdAt'
      | 'reopenedAt'
      | 'acknowledgementLostAt'
    >;
    /** Those that somebody is told of, or is not known not to be. */
    firingAlerts: number;
    /** A source of alerts that is configured wrongly, so that some may be missing. */
    misconfiguredAlerts?: string;
    /** Those that fire and nobody is told of. */
    silencedAlerts: number;
    /** When the first of these is told of again, if that is known. */
    silencedUntil?: string;
    /** Until when all alerts of the entity are silenced. */
    maintenanceUntil?: string;
    /** Those that tell people all the same; absent: none. */
    maintenanceElsewhere?: SourceRef[];
  };
  slos: {
    asOf?: string;
    count: number;
    /** What is wrong with the definitions. */
    problemCount: number;
    worst?: Pick<
      SloStatus,
      | 'name'
      | 'title'
      | 'objective'
      | 'window'
      | 'state'
      | 'budget'
      | 'alerts'
      | 'now'
    > &
      Partial<Pick<SloStatus, 'coverage'>>;
  };
  runbooks: {
    asOf?: string;
    count: number;
    worst?: { id: string; title: string; state: RunbookState };
    alertsWithoutRunbook: number;
  };
}
