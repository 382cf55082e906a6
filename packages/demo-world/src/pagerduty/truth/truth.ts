import { Account } from '../account/account';
import { IncidentLog, LoggedIncident } from '../incidents/incidentLog';
import { OnCall, Roster } from '../onCall/roster';
import { isoSeconds } from '../time';
import { IncidentTruth, incidentTruthOf } from './incidentTruth';

/** Who is on call at one level; times are epoch milliseconds. */
export interface OnCallTruth {
  policyId: string;
  level: number;
  userId: string;
  name: string;
  email: string;
  /** Both null for someone who is permanently on call. */
  scheduleId: string | null;
  start: number | null;
  end: number | null;
}

/** What the simulator knows, told apart from how its API answers it. */
export class Truth {
  constructor(
    private readonly account: Account,
    private readonly roster: Roster,
    private readonly log: IncidentLog,
    private readonly now: () => number,
  ) {}

  /** Who is on call for a policy at a level; undefined where there is nobody. */
  onCall(
    policyId: string,
    level: number,
    at: number = this.now(),
  ): OnCallTruth | undefined {
    const onCall = this.roster.onCallAt(policyId, level, at);
    return onCall && this.named(onCall);
  }

  /** Everyone who is on call now, by policy and level. */
  onCallNow(): OnCallTruth[] {
    const at = this.now();
    return this.account.policies.flatMap(policy =>
      this.roster.onCalls(policy, at, at).map(onCall => this.named(onCall)),
    );
  }

  /** The open incidents of a service, oldest first. */
  openIncidents(serviceId: string): LoggedIncident[] {
    this.now();
    return this.log
      .incidents()
      .filter(
        ({ state }) =>
          state.serviceId === serviceId && state.status !== 'resolved',
      );
  }

  /** Every incident, oldest first. */
  incidents(): IncidentTruth[] {
    this.now();
    return this.log.incidents().map(incidentTruthOf);
  }

  /** Everything as JSON, with times as the API writes them. */
  report() {
    const time = (at: number | null) => (at === null ? null : isoSeconds(at));
    return {
      now: isoSeconds(this.now()),
      onCall: this.onCallNow().map(onCall => ({
        ...onCall,
        start: time(onCall.start),
        end: time(onCall.end),
      })),
      openIncidents: Object.fromEntries(
        this.account.services.map(({ id }) => [
          id,
          this.openIncidents(id).map(({ number, state }) => ({
            id: state.id,
            number,
            title: state.title,
            status: state.status,
            urgency: state.urgency,
            triggeredAt: isoSeconds(state.createdAt),
          })),
        ]),
      ),
      incidents: this.incidents().map(incident => ({
        ...incident,
        triggeredAt: isoSeconds(incident.triggeredAt),
        resolvedAt: time(incident.resolvedAt),
        firstUserAcknowledgement: incident.firstUserAcknowledgement && {
          ...incident.firstUserAcknowledgement,
          at: isoSeconds(incident.firstUserAcknowledgement.at),
        },
      })),
    };
  }

  private named(onCall: OnCall): OnCallTruth {
    const user = this.account.users.find(({ id }) => id === onCall.userId);
    const shift =
      'permanent' in onCall
        ? { scheduleId: null, start: null, end: null }
        : {
            scheduleId: onCall.scheduleId,
            start: onCall.start,
            end: onCall.end,
          };
    return {
      policyId: onCall.policyId,
      level: onCall.level,
      userId: onCall.userId,
      name: user?.name ?? onCall.userId,
      email: user?.email ?? '',
      ...shift,
    };
  }
}
