import { Entity } from '@backstage/catalog-model';
import {
  EventCounts,
  Incident,
  incidentShare,
  SloIncident,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { EntityStore } from '../../entities/EntityStore';
import { readLine } from '../../entities/readLine';
import { TaskStatusStore } from '../../ingest/TaskStatusStore';
import { findServices } from '../../onCall/findServices';
import { bySource } from '../../onCall/readPolicies';
import { DirectoryStore } from '../../onCall/store/DirectoryStore';
import { IncidentStore } from '../../onCall/store/IncidentStore';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { sourceId } from '../../sources/sourceId';
import { IncidentShareStore, shareId } from './IncidentShareStore';

/** More would hide the line they lie on; the newest are shown. */
const mostShown = 200;

/** What an incident is measured by. */
export interface IncidentBudget {
  objective: number;
  groupId?: string;
  entityValue?: string;
  /** Of the SLO's own window; absent while it is not known. */
  windowCounts?: EventCounts;
}

/** Finds the incidents of an entity's services, with what they cost. */
export class EntityIncidents {
  readonly #options: {
    entities: EntityStore;
    directory: DirectoryStore;
    incidents: IncidentStore;
    registry: SourceRegistry;
    shares: IncidentShareStore;
    taskStatus: TaskStatusStore;
  };

  constructor(options: {
    entities: EntityStore;
    directory: DirectoryStore;
    incidents: IncidentStore;
    registry: SourceRegistry;
    shares: IncidentShareStore;
    taskStatus: TaskStatusStore;
  }) {
    this.#options = options;
  }

  /** Those of a stretch of time, oldest first; merged ones are left out. */
  async list(
    request: { entity: Entity; entityRef: string },
    stretch: { from: Date; to: Date },
    budget: IncidentBudget,
  ): Promise<SloIncident[]> {
    const { entities, incidents } = this.#options;
    const line = await readLine(entities, request);
    const { services } = await findServices(line, this.#options);
    const shown: SloIncident[] = [];
    for (const [source, ofSource] of bySource(services)) {
      const account = sourceId(source);
      const found = await incidents.listOverlapping(
        account,
        ofSource.map(({ id }) => id),
        { ...stretch, most: mostShown },
      );
      shown.push(...(await this.#withShares(source, found, budget)));
    }
    return shown
      .sort((a, b) => a.triggeredAt.localeCompare(b.triggeredAt))
      .slice(-mostShown);
  }

  async #withShares(
    source: SourceRef,
    incidents: Incident[],
    { objective, groupId, entityValue, windowCounts }: IncidentBudget,
  ): Promise<SloIncident[]> {
    const account = sourceId(source);
    const shares = await this.#options.shares.listOfIncidents(
      account,
      incidents.map(({ id }) => id),
    );
    return incidents.map(incident => {
      const { id, title, url, urgency, createdAt, resolvedAt } = incident;
      const share =
        groupId !== undefined && entityValue !== undefined
          ? shares.get(
              shareId({
                sourceId: account,
                incidentId: id,
                groupId,
                entityValue,
              }),
            )
          : undefined;
      const resolved = incident.status === 'resolved' ? resolvedAt : undefined;
      const consumedRatio =
        share?.resolvedAt === resolved
          ? incidentShare(share?.counts, windowCounts, objective)
          : undefined;
      return {
        id,
        title,
        source,
        ...(url && { url }),
        urgency,
        triggeredAt: new Date(createdAt).toISOString(),
        ...(resolved && { resolvedAt: new Date(resolved).toISOString() }),
        ...(consumedRatio !== undefined && { consumedRatio }),
      };
    });
  }
}
