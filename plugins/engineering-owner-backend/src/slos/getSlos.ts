import {
  assessSlo,
  compareSlos,
  Problem,
  slosAsOf,
  SlosResponse,
  SloStatus,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { EntityRequest } from '../router/EntityRoute';
import { AlertPolicies } from './AlertPolicies';
import { SloMember } from './matchTemplate';
import { PairStateStore } from './PairStateStore';
import { SloReader } from './SloReader';

/** What the answers about SLOs are made from. */
export interface SloAnswerOptions {
  clock: Clock;
  alerting: AlertPolicies;
  slos: SloReader;
  pairStates: PairStateStore;
}

/** `GET …/slos`: every SLO of an entity, worst first, from the store alone. */
export async function getSlos(
  {
    entity,
    entityRef,
    credentials,
  }: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  options: SloAnswerOptions,
): Promise<SlosResponse> {
  const { members, problems: ofDocuments } = await options.slos.listOf(
    entity,
    credentials,
  );
  const problems: Problem[] = [...ofDocuments];
  const statuses: SloStatus[] = [];
  const all = await Promise.all(members.map(member => assess(member, options)));
  for (const assessed of all) {
    problems.push(...assessed.problems);
    if (assessed.status) {
      statuses.push(assessed.status);
    }
  }
  // An SLO that is invalid says itself why.
  const told = new Set(
    statuses.flatMap(slo =>
      slo.state === 'invalid' ? [slo.problem.message] : [],
    ),
  );
  const asOf = slosAsOf(statuses);
  return {
    entityRef,
    ...(asOf && { asOf }),
    slos: statuses.sort(compareSlos),
    problems: unique(problems).filter(({ message }) => !told.has(message)),
  };
}

async function assess(
  member: SloMember,
  { clock, alerting, slos, pairStates }: SloAnswerOptions,
): Promise<{ status?: SloStatus; problems: Problem[] }> {
  const { definition } = member;
  if (!definition) {
    return { problems: member.invalid ? [member.invalid] : [] };
  }
  const now = clock();
  const { from } = windowStretch(definition.window, now);
  const [record, hours, before] = await Promise.all([
    slos.read(member),
    slos.readHours(member, { from, to: now }),
    pairStates.get(member.entityRef, member.name),
  ]);
  return {
    problems: record.inspection?.problems ?? [],
    status: assessSlo({
      definition,
      readings: record.readings,
      pairStates: before,
      hours,
      now,
      queries: record.queries,
      alerting: alerting.of(definition),
      evaluationDelaySeconds:
        slos.planOf(member)?.source.evaluationDelaySeconds,
    }),
  };
}

function unique(problems: Problem[]): Problem[] {
  return [...new Map(problems.map(each => [each.message, each])).values()];
}
