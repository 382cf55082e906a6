import { InputError } from '@backstage/errors';
import {
  acknowledgementDistribution,
  OnCallResponseTimesResponse,
  resolutionDistribution,
  responseCohorts,
  responseTimeTrend,
} from '@engineering-owner/backstage-plugin-common';
import { shortenMessage } from '../ingest/describeFailure';
import { EntityRequest } from '../router/EntityRoute';
import { OnCallAnswers } from './OnCallAnswers';
import { readIncidents } from './readIncidents';
import { readSubject } from './readSubject';

/** Of the 90 days that are read when an account is new, whole weeks. */
const WEEKS_MS = 12 * 7 * 86_400_000;

/**
 * `GET …/on-call/response-times`: of each week and how they are spread. Asks no
 * source.
 */
export async function getOnCallResponseTimes(
  request: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'> & {
    request: { query: Record<string, unknown> };
  },
  answers: OnCallAnswers,
): Promise<OnCallResponseTimesResponse> {
  const timeZone = readTimeZone(request.request.query.timeZone);
  const now = answers.clock();
  const since = new Date(now.getTime() - WEEKS_MS);
  const { named } = await readSubject(request, answers);
  const { incidents, problems } = await readIncidents(
    named.services,
    since,
    answers,
  );
  const period = { from: since.toISOString(), to: now.toISOString() };
  const records = incidents.map(({ record }) => record);
  const cohorts = responseCohorts(records, { from: since, to: now });
  const { mttaSeconds, mttrSeconds } = answers.targets;
  return {
    entityRef: request.entityRef,
    period,
    timeZone,
    trend: responseTimeTrend(
      [...new Set([...cohorts.created, ...cohorts.concluded])],
      {
        period,
        timeZone,
        targets: answers.targets,
      },
    ),
    distribution: {
      mtta: acknowledgementDistribution(cohorts.created, {
        targetSeconds: mttaSeconds,
      }),
      mttr: resolutionDistribution(cohorts.concluded, {
        targetSeconds: mttrSeconds,
      }),
    },
    problems,
  };
}

/** @throws InputError when there is none of this name */
export function readTimeZone(value: unknown): string {
  if (value === undefined) {
    return 'UTC';
  }
  try {
    if (typeof value === 'string' && value !== '') {
      return new Intl.DateTimeFormat('en-US', {
        timeZone: value,
      }).resolvedOptions().timeZone;
    }
  } catch {
    // Said below.
  }
  throw new InputError(
    `timeZone is ${shortenMessage(
      JSON.stringify(value),
    )}, which is no time zone; give a name such as Europe/Berlin`,
  );
}
