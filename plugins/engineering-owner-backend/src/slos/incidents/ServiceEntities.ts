import { EntityRecord } from '../../entities/EntityRecord';
import { EntityStore } from '../../entities/EntityStore';
import { TaskStatusStore } from '../../ingest/TaskStatusStore';
import { Clock } from '../../ingest/clock';
import { isOlderThan } from '../../ingest/isOlderThan';
import { findServices } from '../../onCall/findServices';
import { DirectoryStore } from '../../onCall/store/DirectoryStore';
import { resolveRoles } from '../../ownership/resolveRoles';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { sourceId } from '../../sources/sourceId';

/** Kinds that may have objectives, and those they inherit services from. */
const kinds = ['component', 'api', 'resource', 'system', 'domain'];
/** Annotations change seldom. */
const keepMs = 5 * 60_000;

/** Which entities name an on-call service, inherited ones included. */
export class ServiceEntities {
  readonly #options: {
    clock: Clock;
    entities: EntityStore;
    directory: DirectoryStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
  };
  #known: { at: number; refs: Map<string, string[]> } | undefined;

  constructor(options: {
    clock: Clock;
    entities: EntityStore;
    directory: DirectoryStore;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
  }) {
    this.#options = options;
  }

  /** Refs of the entities that name a service of an account. */
  async listNaming(account: string, serviceId: string): Promise<string[]> {
    const now = this.#options.clock().getTime();
    if (!this.#known || isOlderThan(this.#known.at, keepMs, now)) {
      this.#known = { at: now, refs: await this.#find() };
    }
    return this.#known.refs.get(keyOf(account, serviceId)) ?? [];
  }

  async #find(): Promise<Map<string, string[]>> {
    const records = await this.#options.entities.listByKind(kinds);
    const byRef = new Map(records.map(each => [each.entityRef, each]));
    const refs = new Map<string, string[]>();
    for (const record of records) {
      const line = lineOf(record, byRef);
      if (resolveRoles(line).pagerDutyServiceIds.state !== 'declared') {
        continue;
      }
      const { services } = await findServices(line, this.#options);
      for (const { source, id } of services) {
        const key = keyOf(sourceId(source), id);
        refs.set(key, [...(refs.get(key) ?? []), record.entityRef]);
      }
    }
    return refs;
  }
}

function keyOf(account: string, serviceId: string): string {
  return JSON.stringify([account, serviceId]);
}

function lineOf(
  { entityRef, entity, ancestors }: EntityRecord,
  byRef: ReadonlyMap<string, EntityRecord>,
) {
  return {
    entityRef,
    entity,
    ancestors: ancestors.flatMap(ref => byRef.get(ref) ?? []),
  };
}
