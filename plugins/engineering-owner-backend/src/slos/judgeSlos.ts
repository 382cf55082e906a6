import {
  AlertPairStatus,
  judgeSlo,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { giveWay } from '../ingest/giveWay';
import { AlertPolicies } from './AlertPolicies';
import { DefinitionStore } from './DefinitionStore';
import { GroupStore } from './GroupStore';
import { JudgedPairs, pairKey, PairStateStore } from './PairStateStore';
import { ReadingStore } from './ReadingStore';
import { SightingStore } from './SightingStore';
import { SliGroupPlan } from './SliGroupPlan';
import { storedReadings, windowFacts } from './storedReadings';
import {
  invalidVerdict,
  StoredVerdict,
  toVerdict,
  VerdictStore,
} from './VerdictStore';
import { WindowStore } from './WindowStore';

/** What a judgement is made from. */
export interface JudgeOptions {
  clock: Clock;
  alerting: AlertPolicies;
  definitions: DefinitionStore;
  groups: GroupStore;
  windows: WindowStore;
  readings: ReadingStore;
  sightings: SightingStore;
  pairStates: PairStateStore;
  verdicts: VerdictStore;
}

/** So many are judged at a stretch; then others have their turn. */
const judgedAtOnce = 500;

/**
 * Judges a group's SLOs after its readings changed, so that each alert pair
 * knows since when it is in its state although nobody looked, and lists know
 * which are the worst.
 */
export async function judgeSlos(
  { group, source }: SliGroupPlan,
  options: JudgeOptions,
): Promise<void> {
  const { clock, alerting, definitions } = options;
  const now = clock();
  const members = await definitions.listOfGroup(group.id);
  const windows = await options.windows.list(group.id);
  const byWindow = await options.readings.listOfGroup(
    group.id,
    windows.values(),
  );
  const facts = [...windows.values()].map(windowFacts);
  const sightings = await options.sightings.listOfGroup(group.id);
  const before = await options.pairStates.listOfGroup(group.id);

  const changed: JudgedPairs[] = [];
  const verdicts: StoredVerdict[] = [];
  for (const [index, member] of members.entries()) {
    if (index % judgedAtOnce === judgedAtOnce - 1) {
      await giveWay();
    }
    const { definition, entityValue, entityRef, name } = member;
    if (!definition) {
      verdicts.push(invalidVerdict(member));
      continue;
    }
    const value = entityValue ?? '';
    const pairStates = before.get(pairKey(member)) ?? [];
    const judged = judgeSlo({
      definition,
      readings: storedReadings(
        member,
        facts,
        { get: window => byWindow.get(window)?.get(value) },
        sightings.get(value),
      ),
      pairStates,
      now,
      alerting: alerting.of(definition),
      evaluationDelaySeconds: source.evaluationDelaySeconds,
    });
    verdicts.push(toVerdict({ ...judged.reading, ...judged, name }, entityRef));
    if (entityValue !== undefined && isNews(judged.alerts, pairStates)) {
      changed.push({ entityRef, name, pairs: judged.alerts });
    }
  }
  await options.pairStates.save(group.id, changed);
  await options.verdicts.save(group.id, verdicts);
  await options.groups.recordJudged(group.id, now);
}

/** What of the pairs is worth a write: counts change all the time. */
function isNews(now: AlertPairStatus[], before: AlertPairStatus[]): boolean {
  return (
    now.length !== before.length ||
    now.some((pair, i) => {
      const other = before[i];
      return (
        pair.severity !== other.severity ||
        pair.longWindow !== other.longWindow ||
        pair.shortWindow !== other.shortWindow ||
        pair.state !== other.state ||
        pair.since !== other.since ||
        pair.previous?.state !== other.previous?.state ||
        pair.previous?.since !== other.previous?.since
      );
    })
  );
}
