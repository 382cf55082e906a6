import {
  AlertPairStatus,
  assessSlo,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { AlertPolicies } from './AlertPolicies';
import { DefinitionStore } from './DefinitionStore';
import { JudgedPairs, pairKey, PairStateStore } from './PairStateStore';
import { ReadingStore } from './ReadingStore';
import { SightingStore } from './SightingStore';
import { SliGroupPlan } from './SliGroupPlan';
import { storedReadings } from './storedReadings';
import { WindowStore } from './WindowStore';

/** What a judgement is made from. */
export interface JudgeOptions {
  clock: Clock;
  alerting: AlertPolicies;
  definitions: DefinitionStore;
  windows: WindowStore;
  readings: ReadingStore;
  sightings: SightingStore;
  pairStates: PairStateStore;
}

/**
 * Judges the alert pairs of a group's SLOs after its readings changed, so that
 * each state knows since when it holds although nobody looked.
 */
export async function judgePairs(
  { group, source }: SliGroupPlan,
  options: JudgeOptions,
): Promise<void> {
  const { clock, alerting, definitions } = options;
  const now = clock();
  const members = await definitions.listOfGroup(group.id);
  const windows = await options.windows.list(group.id);
  const readings = await options.readings.listOfGroup(group.id);
  const sightings = await options.sightings.listOfGroup(group.id);
  const before = await options.pairStates.listOfGroup(group.id);

  const changed: JudgedPairs[] = [];
  for (const member of members) {
    const { definition, entityValue, entityRef, name } = member;
    if (!definition || entityValue === undefined) {
      continue;
    }
    const pairStates = before.get(pairKey(member)) ?? [];
    const { alerts } = assessSlo({
      definition,
      readings: storedReadings(
        member,
        windows.values(),
        readings.get(entityValue),
        sightings.get(entityValue),
      ),
      pairStates,
      now,
      queries: [],
      alerting: alerting.of(definition),
      evaluationDelaySeconds: source.evaluationDelaySeconds,
    });
    if (fingerprint(alerts) !== fingerprint(pairStates)) {
      changed.push({ entityRef, name, pairs: alerts });
    }
  }
  await options.pairStates.save(changed);
}

/** What of the pairs is worth a write: counts change all the time. */
function fingerprint(pairs: AlertPairStatus[]): string {
  return JSON.stringify(
    pairs.map(
      ({ severity, longWindow, shortWindow, state, since, previous }) => [
        severity,
        longWindow,
        shortWindow,
        state,
        since,
        previous?.state,
        previous?.since,
      ],
    ),
  );
}
