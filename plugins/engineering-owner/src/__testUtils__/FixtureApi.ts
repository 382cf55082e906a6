import type {
  HandoverResponse,
  IncidentActionResponse,
  IncidentPrioritiesResponse,
  OnCallIncidentResponse,
  OnCallIncidentsResponse,
  OnCallResponse,
  OnCallResponseTimesResponse,
  OwnershipResponse,
  RunbooksResponse,
  SloHistoryResponse,
  SlosResponse,
  SloWhatIfResponse,
  SummaryResponse,
} from '@engineering-owner/backstage-plugin-common';
import type { EngineeringOwnerApi } from '../api';

/** What a read answers: a fixture, or an error to throw. */
export interface Answers {
  ownership: OwnershipResponse | Error;
  onCall: OnCallResponse | Error;
  handover: HandoverResponse | Error;
  incident: OnCallIncidentResponse | Error;
  incidents: OnCallIncidentsResponse | Error;
  responseTimes: OnCallResponseTimesResponse | Error;
  action: IncidentActionResponse | Error;
  priorities: IncidentPrioritiesResponse | Error;
  runbooks: RunbooksResponse | Error;
  slos: SlosResponse | Error;
  history: SloHistoryResponse | Error;
  whatIf: SloWhatIfResponse | Error;
  summary: SummaryResponse | Error;
}

/**
 * An API that answers with fixtures and counts what it was asked. Without a
 * fixture a read never ends, as on a very slow line.
 */
export class FixtureApi implements EngineeringOwnerApi {
  readonly asked: Array<keyof Answers> = [];
  /** What was done about incidents: the method with what came after the entity. */
  readonly done: unknown[][] = [];
  /** What lists of incidents were asked for with. */
  readonly listed: unknown[] = [];
  answers: Partial<Answers>;

  constructor(answers: Partial<Answers>) {
    this.answers = answers;
  }

  getOwnership = () => this.#answer('ownership');
  getOnCall = () => this.#answer('onCall');
  getHandover = () => this.#answer('handover');
  getOnCallIncidents: EngineeringOwnerApi['getOnCallIncidents'] = (
    _,
    request,
  ) => {
    this.listed.push(request);
    return this.#answer('incidents');
  };
  getOnCallIncident = () => this.#answer('incident');
  getOnCallResponseTimes = () => this.#answer('responseTimes');
  acknowledgeIncident: EngineeringOwnerApi['acknowledgeIncident'] = (
    _,
    ...rest
  ) => this.#act('acknowledge', rest);
  resolveIncident: EngineeringOwnerApi['resolveIncident'] = (_, ...rest) =>
    this.#act('resolve', rest);
  addIncidentNote: EngineeringOwnerApi['addIncidentNote'] = (_, ...rest) =>
    this.#act('note', rest);
  triggerIncident: EngineeringOwnerApi['triggerIncident'] = (_, ...rest) =>
    this.#act('trigger', rest);
  getIncidentPriorities = () => this.#answer('priorities');
  getRunbooks = () => this.#answer('runbooks');
  getSlos = () => this.#answer('slos');
  getSloHistory = () => this.#answer('history');
  getSloWhatIf = () => this.#answer('whatIf');
  getSummary = () => this.#answer('summary');

  #act(method: string, rest: unknown[]) {
    this.done.push([method, ...rest]);
    return this.#answer('action');
  }

  async #answer<TPart extends keyof Answers>(
    part: TPart,
  ): Promise<Exclude<Answers[TPart], Error>> {
    this.asked.push(part);
    const answer: Answers[TPart] | undefined = this.answers[part];
    if (answer === undefined) {
      return new Promise(() => {});
    }
    if (answer instanceof Error) {
      throw answer;
    }
    return answer as Exclude<Answers[TPart], Error>;
  }
}
