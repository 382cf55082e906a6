import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import {
  Incident,
  IncidentActionResponse,
  IncidentEvent,
  IncidentPrioritiesResponse,
  IncidentRecord,
  SourceRef,
  throughPortal,
  TriggerIncidentRequest,
} from '@engineering-owner/backstage-plugin-common';
import {
  ActingPerson,
  OnCallActionError,
  OnCallActions,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { readLine } from '../../entities/readLine';
import { describeFailure } from '../../ingest/describeFailure';
import { sourceId } from '../../sources/sourceId';
import { describeIncidents } from '../describeIncidents';
import { findServices, NamedService } from '../findServices';
import { OnCallAnswers } from '../OnCallAnswers';
import { bySource } from '../readPolicies';
import {
  actingPerson,
  ActingRequest,
  refuseUnlessAllowed,
} from './ActingCaller';
import { chooseService } from './chooseService';
import { findIncident, readOnly } from './findIncident';

/** Something to be done to an incident that is there. */
export interface IncidentChange {
  /** What the incident's log calls it. */
  kind: IncidentEvent['kind'];
  /** Whether it can be done to an incident that is over. */
  afterResolve: boolean;
  /** Answers the incident where the account does. */
  apply(
    actions: OnCallActions,
    request: { incidentId: string; by: ActingPerson },
    options: ReadOptions,
  ): Promise<Incident | void>;
}

/** Of an action with all its reads: a person waits. */
const LONGEST_MS = 45_000;

/** So far an account's clock may be behind ours. */
const CLOCK_SKEW_MS = 2 * 60_000;

/** Lets people act on the incidents of an entity, and stores what came of it. */
export class IncidentActions {
  readonly #answers: OnCallAnswers;

  constructor(answers: OnCallAnswers) {
    this.#answers = answers;
  }

  /** Acknowledges, resolves or annotates an incident of an entity. */
  async change(
    request: ActingRequest,
    incidentId: string,
    { kind, afterResolve, apply }: IncidentChange,
  ): Promise<IncidentActionResponse> {
    const by = await actingPerson(request, this.#answers);
    const services = await this.#servicesOf(request);
    const options = { signal: AbortSignal.timeout(LONGEST_MS) };
    const foundAt = this.#answers.clock();
    const { source, actions, incident } = await findIncident(incidentId, {
      ...this.#answers,
      ...options,
      entityRef: request.entityRef,
      services,
    });
    if (incident.status === 'resolved' && !afterResolve) {
      const { incidents, onCallSignals } = this.#answers;
      onCallSignals.changed(
        source,
        await incidents.save(sourceId(source), [incident], foundAt),
      );
      throw new ConflictError(
        `The incident "${incident.id}" is resolved${
          incident.resolvedAt ? ` since ${incident.resolvedAt}` : ''
        }`,
      );
    }
    const since = new Date(this.#answers.clock().getTime() - CLOCK_SKEW_MS);
    const changed = await this.#noticing(request, source, () =>
      apply(actions, { incidentId: incident.id, by }, options),
    );
    return this.#answer(request, {
      source,
      services,
      ...(await this.#confirm(source, actions, changed ?? incident, {
        ...options,
        kind,
        since,
      })),
    });
  }

  /** Opens an incident on a service of an entity. */
  async trigger(
    request: ActingRequest,
    wanted: TriggerIncidentRequest,
  ): Promise<IncidentActionResponse> {
    const by = await actingPerson(request, this.#answers);
    const services = await this.#servicesOf(request);
    const { entityRef } = request;
    const { id, source } = chooseService(services, wanted.serviceId, entityRef);
    const actions = this.#answers.registry.onCallSource(source)?.actions;
    if (!actions) {
      throw readOnly(source);
    }
    const options = { signal: AbortSignal.timeout(LONGEST_MS) };
    const { title, details, urgency = 'high', priority } = wanted;
    const since = new Date(this.#answers.clock().getTime() - CLOCK_SKEW_MS);
    const opened = await this.#noticing(request, source, () =>
      actions.trigger(
        {
          serviceId: id,
          title,
          details,
          urgency,
          priority,
          key: keyOf(request, wanted),
          by,
        },
        options,
      ),
    );
    return this.#answer(request, {
      source,
      services,
      ...(await this.#confirm(source, actions, opened, {
        ...options,
        kind: 'trigger',
        since,
      })),
    });
  }

  /** What incidents of an entity can be opened with, for those who may. */
  async priorities(
    request: ActingRequest,
  ): Promise<IncidentPrioritiesResponse> {
    await refuseUnlessAllowed(request, this.#answers);
    const { registry } = this.#answers;
    const options = { signal: AbortSignal.timeout(LONGEST_MS) };
    const accounts = bySource(await this.#servicesOf(request));
    const priorities = await Promise.all(
      accounts.map(async ([source]) => {
        const actions = registry.onCallSource(source)?.actions;
        return actions ? [await prioritiesOf(source, actions, options)] : [];
      }),
    );
    return { entityRef: request.entityRef, priorities: priorities.flat() };
  }

  async #servicesOf(request: ActingRequest): Promise<NamedService[]> {
    const line = await readLine(this.#answers.entities, request);
    const { services } = await findServices(line, this.#answers);
    return services;
  }

  /** Remembers whether an account refuses changes. */
  async #noticing<T>(
    { credentials }: ActingRequest,
    source: SourceRef,
    act: () => Promise<T>,
  ): Promise<T> {
    const { refusals } = this.#answers;
    try {
      const done = await act();
      await this.#anyway(refusals.clear(source));
      return done;
    } catch (error) {
      if (
        error instanceof OnCallActionError &&
        error.failure === 'not_permitted'
      ) {
        const { userEntityRef } = credentials.principal;
        await this.#anyway(refusals.add(source, userEntityRef));
      }
      throw error;
    }
  }

  /**
   * Reads the incident again and stores it with its log, so that whoever asks
   * next sees it. The action is done already: that this fails is no failure.
   */
  async #confirm(
    source: SourceRef,
    actions: OnCallActions,
    incident: Incident,
    done: { kind: IncidentEvent['kind']; since: Date; signal: AbortSignal },
  ): Promise<{ record: IncidentRecord; confirmed: boolean }> {
    // After the action, so that no read from before it takes it back.
    const readAt = this.#answers.clock();
    const read = await this.#anyway(actions.readRecord(incident.id, done));
    const own = read && throughPortal(read.events, done);
    const record = {
      incident: read?.incident ?? incident,
      events: (read?.events ?? []).map(each =>
        each.id === own?.id ? own : each,
      ),
    };
    await this.#anyway(this.#store(source, { ...record, readAt }, own));
    return { record, confirmed: read !== undefined };
  }

  async #store(
    source: SourceRef,
    { incident, events, readAt }: IncidentRecord & { readAt: Date },
    own: IncidentEvent | undefined,
  ): Promise<void> {
    const { incidents, onCallSignals } = this.#answers;
    await incidents.save(sourceId(source), [incident], readAt);
    await incidents.saveEvents(sourceId(source), events);
    if (own) {
      // A webhook may have brought the entry before, as one of the API.
      await incidents.putEvent(sourceId(source), own);
    }
    onCallSignals.changed(source, [incident.serviceId]);
  }

  /** What comes of work that an action does not depend on. */
  async #anyway<T>(work: Promise<T>): Promise<T | undefined> {
    try {
      return await work;
    } catch (error) {
      this.#answers.logger.warn(
        `What came of acting on an incident could not be noted: ${describeFailure(
          error,
        )}`,
      );
      return undefined;
    }
  }

  async #answer(
    request: ActingRequest,
    {
      source,
      services,
      record,
      confirmed,
    }: {
      source: SourceRef;
      services: NamedService[];
      record: IncidentRecord;
      confirmed: boolean;
    },
  ): Promise<IncidentActionResponse> {
    const [incident] = await describeIncidents([{ source, record }], {
      ...this.#answers,
      services,
      credentials: request.credentials,
    });
    return { entityRef: request.entityRef, incident, confirmed };
  }
}

/** Of one account; one that is down does not hide those of another. */
async function prioritiesOf(
  source: SourceRef,
  actions: OnCallActions,
  options: ReadOptions,
): Promise<IncidentPrioritiesResponse['priorities'][number]> {
  try {
    return { source, names: await actions.readPriorities(options) };
  } catch (error) {
    return {
      source,
      names: [],
      problem: {
        code: 'priorities_unreadable',
        severity: 'warning',
        message: describeFailure(error),
        params: { account: source.name },
      },
    };
  }
}

/** The same for every attempt of a person to open the same incident. */
function keyOf(
  { credentials, entityRef }: ActingRequest,
  { requestId = randomUUID() }: TriggerIncidentRequest,
): string {
  const { userEntityRef } = credentials.principal;
  const hash = createHash('sha256')
    .update(JSON.stringify([userEntityRef, entityRef, requestId]))
    .digest('hex');
  return `backstage-${hash.slice(0, 32)}`;
}
