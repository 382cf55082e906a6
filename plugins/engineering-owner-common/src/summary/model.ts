import { OnCallTurn, SectionStatus } from '../onCall/status';
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
    /** First level of each policy. */
    now: Array<{ policy: string; turns: OnCallTurn[] }>;
    openIncidents: number;
    unacknowledged: number;
    oldestUnacknowledgedAt?: string;
    firingAlerts: number;
  };
  slos: {
    asOf?: string;
    count: number;
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
