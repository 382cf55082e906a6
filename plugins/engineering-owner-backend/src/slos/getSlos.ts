import { isDeepStrictEqual } from 'node:util';
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
import { eachProblemOnce } from '../sources/eachProblemOnce';
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
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'>,
  options: SloAnswerOptions,
): Promise<SlosResponse> {
  const { assessed, problems } = await assessSlos(request, options);
  const statuses = assessed.map(({ status }) => status);
  // An SLO that is invalid says itself why.
  const told = new Set(
    statuses.flatMap(slo =>
      slo.state === 'invalid' ? [slo.problem.message] : [],
    ),
  );
  const asOf = slosAsOf(statuses);
  return {
    entityRef: request.entityRef,
    ...(asOf && { asOf }),
    slos: statuses,
    problems: eachProblemOnce(problems).filter(
      ({ message }) => !told.has(message),
    ),
  };
}

/** An SLO as it stands, with what it was judged from. */
export interface AssessedSlo {
  member: SloMember;
  status: SloStatus;
}

/** Every SLO of an entity, worst first, and what keeps others from being told. */
export async function assessSlos(
  { entity, credentials }: Pick<EntityRequest, 'entity' | 'credentials'>,
  options: SloAnswerOptions,
): Promise<{ assessed: AssessedSlo[]; problems: Problem[] }> {
  const { members, problems } = await options.slos.listOf(entity, credentials);
  const all = await Promise.all(
    members.map(async member => ({
      member,
      ...(await assess(member, options)),
    })),
  );
  return {
    assessed: all
      .flatMap(({ member, status }) => (status ? [{ member, status }] : []))
      .sort((a, b) => compareSlos(a.status, b.status)),
    problems: [...problems, ...all.flatMap(each => each.problems)],
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
  const status = assessSlo({
    definition,
    readings: record.readings,
    pairStates: before,
    hours,
    now,
    queries: record.queries,
    alerting: alerting.of(definition),
    evaluationDelaySeconds: slos.planOf(member)?.source.evaluationDelaySeconds,
  });
  const problems = record.inspection?.problems ?? [];
  return {
    status,
    // What makes it invalid is told with it already.
    problems: problems.filter(
      problem =>
        status.state !== 'invalid' || !isSameProblem(problem, status.problem),
    ),
  };
}

function isSameProblem(one: Problem, other: Problem): boolean {
  return one.code === other.code && isDeepStrictEqual(one.params, other.params);
}
