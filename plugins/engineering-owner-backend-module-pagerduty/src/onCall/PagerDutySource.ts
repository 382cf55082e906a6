import {
  Incident,
  IncidentEvent,
  OnCallDirectory,
  OnCallShift,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  IncidentChanges,
  OnCallActions,
  OnCallSource,
  OnCallWebhooks,
  ReadOptions,
  SourceTelemetry,
} from '@engineering-owner/backstage-plugin-node';
import { PagerDutyActions } from '../actions/PagerDutyActions';
import { escalationPolicy } from '../answers/escalationPolicy';
import { incident } from '../answers/incident';
import { logEntry } from '../answers/logEntry';
import { onCall } from '../answers/onCall';
import { service } from '../answers/service';
import { user } from '../answers/user';
import { Listing, readAll } from '../client/listing';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutyError } from '../client/PagerDutyError';
import { Query } from '../client/query';
import { scopeOf } from '../client/scopes';
import { readStretch } from '../client/stretches';
import { PagerDutyWebhooks } from '../webhooks/PagerDutyWebhooks';
import { readIncident } from './readIncident';

/**
 * So many ids go into one address. Above, incidents of the whole account are
 * read and the others dropped: the number of requests then depends on the
 * incidents, not on the services.
 */
const MOST_SERVICE_IDS = 100;

/** Four weeks of three levels with daily turns make 84 rows a policy. */
const POLICIES_PER_REQUEST = 50;

/** Reads one PagerDuty account. */
export class PagerDutySource implements OnCallSource {
  readonly source: SourceRef;
  readonly webhooks?: OnCallWebhooks;
  readonly actions?: OnCallActions;
  readonly #client: PagerDutyClient;

  constructor(client: PagerDutyClient) {
    this.source = { type: 'pagerduty', name: client.account.name };
    this.#client = client;
    const { webhookSecrets, writes } = client.account;
    if (writes) {
      this.actions = new PagerDutyActions(client);
    }
    if (webhookSecrets.length > 0) {
      this.webhooks = new PagerDutyWebhooks(client, webhookSecrets);
    }
  }

  telemetry(): SourceTelemetry {
    return this.#client.telemetry();
  }

  async readDirectory(options: ReadOptions): Promise<OnCallDirectory> {
    const read = <T>(listing: Omit<Listing<T>, 'query'>) =>
      readAll(this.#client, { ...listing, query: {} }, options);
    const [services, policies, responders] = await Promise.all([
      read({ path: '/services', field: 'services', record: service }),
      read({
        path: '/escalation_policies',
        field: 'escalation_policies',
        record: escalationPolicy,
      }),
      read({ path: '/users', field: 'users', record: user }).catch(error =>
        this.#withoutResponders(error, options),
      ),
    ]);
    return { services, policies, ...(responders && { responders }) };
  }

  async readShifts(
    request: { policyIds: string[]; from: Date; to: Date },
    options: ReadOptions,
  ): Promise<OnCallShift[]> {
    const shifts = new Map<string, OnCallShift>();
    const { policyIds, from, to } = request;
    for (let at = 0; at < policyIds.length; at += POLICIES_PER_REQUEST) {
      const pages = readStretch(
        this.#client,
        {
          path: '/oncalls',
          field: 'oncalls',
          record: onCall,
          query: {
            escalation_policy_ids: policyIds.slice(
              at,
              at + POLICIES_PER_REQUEST,
            ),
          },
        },
        { since: from, until: to },
        options,
      );
      for await (const page of pages) {
        page.forEach(shift => shifts.set(JSON.stringify(shift), shift));
      }
    }
    return [...shifts.values()];
  }

  async readOpenIncidents(
    { serviceIds }: { serviceIds: string[] },
    options: ReadOptions,
  ): Promise<Incident[]> {
    if (serviceIds.length === 0) {
      return [];
    }
    const open = await readAll(
      this.#client,
      {
        path: '/incidents',
        field: 'incidents',
        record: incident,
        query: {
          ...onlyServices(serviceIds),
          statuses: ['triggered', 'acknowledged'],
          // Without it, incidents older than a month would be missing.
          date_range: 'all',
        },
      },
      options,
    );
    return ofServices(open, serviceIds);
  }

  async *readIncidents(
    request: { serviceIds: string[]; since: Date; until: Date },
    options: ReadOptions,
  ): AsyncIterable<Incident[]> {
    const { serviceIds, ...stretch } = request;
    if (serviceIds.length === 0) {
      return;
    }
    const pages = readStretch(
      this.#client,
      {
        path: '/incidents',
        field: 'incidents',
        record: incident,
        query: onlyServices(serviceIds),
      },
      stretch,
      options,
    );
    for await (const page of pages) {
      yield ofServices(page, serviceIds);
    }
  }

  async readIncidentsById(
    ids: string[],
    options: ReadOptions,
  ): Promise<Incident[]> {
    const found = await Promise.all(
      ids.map(id => readIncident(this.#client, id, options)),
    );
    return found.flatMap(each => each ?? []);
  }

  async readChanges(
    stretch: { since: Date; until: Date },
    options: ReadOptions,
  ): Promise<IncidentChanges> {
    const pages = readStretch(
      this.#client,
      {
        path: '/log_entries',
        field: 'log_entries',
        record: logEntry,
        query: { include: ['channels'] },
      },
      stretch,
      options,
    );
    const byId = new Map<string, IncidentEvent>();
    for await (const page of pages) {
      page.forEach(event => byId.set(event.id, event));
    }
    const events = [...byId.values()].sort((a, b) => a.at.localeCompare(b.at));
    return {
      events,
      incidentIds: [...new Set(events.map(event => event.incidentId))],
    };
  }

  /**
   * Who may not read users still gets services and policies; responders stay as
   * they were, or are known by what shifts and incidents call them.
   */
  #withoutResponders(error: unknown, { onProblem }: ReadOptions): undefined {
    const isRefused =
      error instanceof PagerDutyError &&
      (error.status === 402 || error.status === 403);
    if (!isRefused) {
      throw error;
    }
    onProblem?.({
      code: 'responders_unreadable',
      severity: 'warning',
      message: `Time zones and e-mail addresses of responders are not read, since the scope ${scopeOf(
        '/users',
      )} is missing: ${error.message}`,
      params: { account: this.source.name, status: error.status ?? 0 },
    });
    return undefined;
  }
}

function onlyServices(serviceIds: string[]): Query {
  return serviceIds.length > MOST_SERVICE_IDS
    ? {}
    : { service_ids: [...new Set(serviceIds)] };
}

function ofServices(
  incidents: Array<Incident | undefined>,
  serviceIds: string[],
): Incident[] {
  const wanted = new Set(serviceIds);
  return incidents.flatMap(each =>
    each && wanted.has(each.serviceId) ? [each] : [],
  );
}
