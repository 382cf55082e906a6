import {
  EventCounts,
  Problem,
} from '@engineering-owner/backstage-plugin-common';
import { SliSource, Stretch } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';
import { isOlderThan } from '../../ingest/isOlderThan';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { IncidentStore } from '../../onCall/store/IncidentStore';
import { sourceId } from '../../sources/sourceId';
import { DefinitionStore } from '../DefinitionStore';
import { GroupStore } from '../GroupStore';
import { DAY, dayOf, HOUR } from '../ledger/LedgerDay';
import { ledgerHours } from '../ledger/ledgerHours';
import { LedgerStore } from '../ledger/LedgerStore';
import { SliGroupPlan } from '../SliGroupPlan';
import { ClosedIncident, closedIncident } from './incidentStretch';
import {
  IncidentShare,
  IncidentShareStore,
  ShareKey,
  shareId,
  ShareTarget,
} from './IncidentShareStore';
import { readShare } from './readShare';
import { ServiceEntities } from './ServiceEntities';

/** Of one run, which shares its minute with all other reads of the source. */
const mostReads = 60;
const longestRunMs = 20_000;
/** Some of what is found has still to wait after it failed. */
const mostConsidered = 500;
/** A source that fails is left alone for the rest of the run. */
const mostFailures = 3;
/**
 * What fails again and again is tried less and less, in the end once a day: a
 * source may be back after a weekend, and the incident is still in the window.
 */
const mostAttemptsInARow = 6;
const retryAfterMs = (failures: number) =>
  failures < mostAttemptsInARow ? failures * 10 * 60_000 : DAY;

/** Name of the task that reads what incidents cost. */
export function incidentsTaskName(source: SliSource): string {
  return `slos.incidents:${sourceId(source.source)}`;
}

interface DueShare {
  key: ShareKey;
  incident: ClosedIncident;
  plan: SliGroupPlan;
  known: IncidentShare | undefined;
}

/**
 * Reads the events of incidents that are over, newest first: those that closed
 * just now, and by and by those of the longest window before.
 */
export function createIncidentsTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  clock: Clock;
  /** Accounts that incidents come from. */
  accounts: string[];
  definitions: DefinitionStore;
  groups: GroupStore;
  incidents: IncidentStore;
  ledger: LedgerStore;
  serviceEntities: ServiceEntities;
  shares: IncidentShareStore;
}): IngestTask {
  const { source, clock, groups, ledger, shares } = options;

  async function readHours(
    key: ShareKey,
    { from, to }: Stretch,
  ): Promise<Array<EventCounts | null>> {
    const days = { from: dayOf(from), to: dayOf(to) };
    const [status, entries] = await Promise.all([
      ledger.listDays(key.groupId, days),
      ledger.listOfEntity(key.groupId, key.entityValue, days),
    ]);
    for (let hour = from.getTime(); hour < to.getTime(); hour += HOUR) {
      const state = status.get(dayOf(hour))?.hours[
        new Date(hour).getUTCHours()
      ];
      if (state === undefined || state === 'unread') {
        throw new Error(
          `the hour from ${new Date(
            hour,
          ).toISOString()} is not in the ledger yet`,
        );
      }
    }
    return ledgerHours({ days: status, entries, from, to }).map(
      ({ counts }) => counts,
    );
  }

  async function read(
    { key, incident, plan }: DueShare,
    signal: AbortSignal,
  ): Promise<EventCounts | undefined> {
    const inspected = await groups.get(key.groupId);
    if (!inspected || !source.readEntitySteps) {
      throw new Error('its figures have not been read yet');
    }
    return readShare(incident.stretch, {
      plan,
      readSteps: source.readEntitySteps.bind(source),
      inspection: inspected.inspection,
      entityValue: key.entityValue,
      readHours: stretch => readHours(key, stretch),
      signal,
    });
  }

  let prunedAt = Number.NEGATIVE_INFINITY;
  return {
    name: incidentsTaskName(source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const startedAt = clock().getTime();
      if (isOlderThan(prunedAt, DAY, startedAt)) {
        await shares.prune();
        prunedAt = startedAt;
      }
      const due = await findDue({ ...options, plans: await options.plans() });
      if (due.length === 0) {
        return 'skipped';
      }
      const problems: Problem[] = [];
      for (const each of due.slice(0, mostReads)) {
        signal.throwIfAborted();
        if (
          clock().getTime() - startedAt > longestRunMs ||
          problems.length >= mostFailures
        ) {
          break;
        }
        const { resolvedAt } = each.incident;
        const attemptedAt = clock();
        try {
          const counts = await read(each, signal);
          await shares.save(each.key, {
            resolvedAt,
            attemptedAt,
            failures: 0,
            ...(counts && { counts }),
          });
        } catch (error) {
          signal.throwIfAborted();
          problems.push(unread(each.incident, error));
          await shares.save(each.key, {
            resolvedAt,
            attemptedAt,
            failures: (each.known?.failures ?? 0) + 1,
          });
        }
      }
      return { problems };
    },
  };
}

/** What has to be read, newest first. */
async function findDue(options: {
  source: SliSource;
  plans: SliGroupPlan[];
  clock: Clock;
  accounts: string[];
  definitions: DefinitionStore;
  incidents: IncidentStore;
  serviceEntities: ServiceEntities;
  shares: IncidentShareStore;
}): Promise<DueShare[]> {
  const { source, plans, clock, shares } = options;
  const now = clock().getTime();
  const settled = now - source.evaluationDelaySeconds * 1000;
  const plansById = new Map(plans.map(plan => [plan.group.id, plan]));
  const longest = Math.max(0, ...plans.map(plan => plan.longestSeconds));
  const since = new Date(now - Math.max(longest * 1000, DAY));

  const due = new Map<string, DueShare>();
  for (const account of options.accounts) {
    const targets = await findTargets(account, since, options);
    const unreadShares = await shares.listUnread(
      account,
      targets.filter(({ groupId }) => plansById.has(groupId)),
      {
        createdSince: since,
        resolvedUntil: new Date(settled),
        mostAttemptsInARow,
        triedBefore: new Date(now - DAY),
        most: mostConsidered,
      },
    );
    for (const { incident, groupId, entityValue, known } of unreadShares) {
      const closed = closedIncident(account, incident);
      const plan = plansById.get(groupId);
      if (
        closed &&
        plan &&
        closed.stretch.to.getTime() <= settled &&
        isDue(known, closed, now)
      ) {
        const key = {
          sourceId: account,
          incidentId: closed.id,
          groupId,
          entityValue,
        };
        due.set(shareId(key), { key, incident: closed, plan, known });
      }
    }
  }
  return [...due.values()].sort(
    (a, b) => b.incident.stretch.to.getTime() - a.incident.stretch.to.getTime(),
  );
}

/** The series that incidents of an account's services count against, each once. */
async function findTargets(
  account: string,
  since: Date,
  options: {
    definitions: DefinitionStore;
    incidents: IncidentStore;
    serviceEntities: ServiceEntities;
  },
): Promise<ShareTarget[]> {
  const { definitions, incidents, serviceEntities } = options;
  const services = await incidents.listServicesOfResolved(account, since);
  const refs = new Map<string, string[]>();
  for (const serviceId of services) {
    refs.set(serviceId, await serviceEntities.listNaming(account, serviceId));
  }
  const series = await definitions.listSeriesOfEntities(
    [...refs.values()].flat(),
  );
  const targets = [...refs].flatMap(([serviceId, entityRefs]) =>
    entityRefs
      .flatMap(ref => series.get(ref) ?? [])
      .map(each => ({ serviceId, ...each })),
  );
  return [
    ...new Map(targets.map(each => [JSON.stringify(each), each])).values(),
  ];
}

function isDue(
  share: IncidentShare | undefined,
  incident: ClosedIncident,
  now: number,
): boolean {
  if (!share || share.resolvedAt !== incident.resolvedAt) {
    return true;
  }
  return (
    share.failures > 0 &&
    now - share.attemptedAt.getTime() >= retryAfterMs(share.failures)
  );
}

function unread({ id }: ClosedIncident, error: unknown): Problem {
  return {
    code: 'incident_share_unread',
    severity: 'warning',
    message: `What incident ${id} cost could not be read: ${describeFailure(
      error,
    )}`,
    params: { incident: id },
  };
}
