import { JsonObject } from '@backstage/types';
import {
  Incident,
  IncidentRecord,
} from '@engineering-owner/backstage-plugin-common';
import {
  ActingPerson,
  IncidentOpening,
  OnCallActionError,
  OnCallActions,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { Reader } from '../client/listing';
import { Change, PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutyError } from '../client/PagerDutyError';
import { systemTime, Timekeeper } from '../client/Timekeeper';
import { incidentOf, readIncident } from '../onCall/readIncident';
import { readIncidentLog } from '../onCall/readIncidentLog';
import { creation } from './creation';
import { findByKey } from './findByKey';
import { hasNote } from './hasNote';
import { Priorities } from './Priorities';
import { refusedAction } from './refusedAction';

/** So far PagerDuty's clock may differ from ours. */
const SKEW_MS = 2 * 60_000;

/** Acts on the incidents of one account. */
export class PagerDutyActions implements OnCallActions {
  readonly #client: PagerDutyClient;
  readonly #reader: Reader;
  readonly #priorities: Priorities;
  readonly #time: Timekeeper;

  constructor(client: PagerDutyClient, time: Timekeeper = systemTime) {
    this.#client = client;
    this.#time = time;
    this.#reader = {
      account: client.account,
      get: (path, query, signal) => client.getNow(path, query, signal),
    };
    this.#priorities = new Priorities(client, time);
  }

  readIncident(
    incidentId: string,
    options: ReadOptions,
  ): Promise<Incident | undefined> {
    return this.#explaining('', () =>
      readIncident(this.#reader, incidentId, options),
    );
  }

  async readRecord(
    incidentId: string,
    options: ReadOptions,
  ): Promise<IncidentRecord | undefined> {
    try {
      return await this.#explaining('', async () => {
        const events = await readIncidentLog(this.#reader, incidentId, options);
        const incident = await readIncident(this.#reader, incidentId, options);
        return incident && { incident, events };
      });
    } catch (error) {
      if (error instanceof OnCallActionError && error.failure === 'not_found') {
        return undefined;
      }
      throw error;
    }
  }

  readPriorities(options: ReadOptions): Promise<string[]> {
    return this.#explaining('', () => this.#priorities.names(options));
  }

  acknowledge(
    request: { incidentId: string; by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident> {
    return this.#update(request, { status: 'acknowledged' }, options);
  }

  resolve(
    request: { incidentId: string; by: ActingPerson; note?: string },
    options: ReadOptions,
  ): Promise<Incident> {
    const { note } = request;
    return this.#update(
      request,
      {
        status: 'resolved',
        ...(note !== undefined && { resolution: note }),
      },
      options,
    );
  }

  async addNote(
    request: { incidentId: string; by: ActingPerson; content: string },
    options: ReadOptions,
  ): Promise<void> {
    const { incidentId, by, content } = request;
    const since = new Date(this.#time.now() - SKEW_MS);
    await this.#attempt(
      {
        method: 'POST',
        path: `/incidents/${encodeURIComponent(incidentId)}/notes`,
        from: by.email,
        body: { note: { content } },
      },
      options,
      {
        done: () => true,
        found: async () =>
          (await hasNote(
            this.#reader,
            { incidentId, content, since },
            options,
          )) || undefined,
      },
    );
  }

  async trigger(
    opening: IncidentOpening & { by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident> {
    const { by, priority } = opening;
    const find = () => findByKey(this.#reader, opening, options);
    const [priorityId, earlier] = await this.#explaining(by.email, async () => [
      priority && (await this.#priorities.idOf(priority, options)),
      await find(),
    ]);
    return (
      earlier ??
      this.#attempt(
        {
          method: 'POST',
          path: '/incidents',
          from: by.email,
          body: { incident: creation(opening, priorityId) },
        },
        options,
        { done: answer => this.#incident('', answer), found: find },
      )
    );
  }

  /**
   * `PUT /incidents/{id}` and not `PUT /incidents`: the latter has a rate limit
   * of its own, and tells what does not exist as invalid.
   */
  #update(
    { incidentId, by }: { incidentId: string; by: ActingPerson },
    change: { status: Incident['status'] } & JsonObject,
    options: ReadOptions,
  ): Promise<Incident> {
    return this.#attempt(
      {
        method: 'PUT',
        path: `/incidents/${encodeURIComponent(incidentId)}`,
        from: by.email,
        body: { incident: { type: 'incident_reference', ...change } },
      },
      options,
      {
        done: answer => this.#incident(incidentId, answer),
        found: async () => {
          const now = await readIncident(this.#reader, incidentId, options);
          return now?.status === change.status ? now : undefined;
        },
      },
    );
  }

  /**
   * Sends a change once. Where no answer says what became of it, it is looked
   * for, and not sent again: a note would be there twice, and an
   * acknowledgement that comes late reopens what was resolved since.
   */
  #attempt<T>(
    change: Change,
    options: ReadOptions,
    outcome: {
      done: (answer: unknown) => T;
      /** Undefined: it was not carried out, as far as can be seen. */
      found: () => Promise<T | undefined>;
    },
  ): Promise<T> {
    return this.#explaining(change.from, async () => {
      try {
        return outcome.done(await this.#client.change(change, options.signal));
      } catch (error) {
        const found = mayBeDone(error)
          ? await outcome.found().catch(() => undefined)
          : undefined;
        if (found === undefined) {
          throw error;
        }
        return found;
      }
    });
  }

  #incident(id: string, answer: unknown): Incident {
    const incident = incidentOf(this.#reader, id, answer);
    if (!incident) {
      throw new OnCallActionError(
        'not_found',
        `The incident ${JSON.stringify(id)} belongs to no service any more`,
      );
    }
    return incident;
  }

  async #explaining<T>(email: string, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw refusedAction(error, {
        account: this.#client.account.name,
        email,
      });
    }
  }
}

/**
 * Whether a change may have been carried out although it failed: there was no
 * answer, or none to be understood; or it is refused because its key is taken.
 */
function mayBeDone(error: unknown): boolean {
  return (
    error instanceof PagerDutyError &&
    (error.isOutage ||
      error.failure === 'malformed' ||
      error.status === 408 ||
      /matching dedup key|incident_key/i.test(error.words ?? ''))
  );
}
