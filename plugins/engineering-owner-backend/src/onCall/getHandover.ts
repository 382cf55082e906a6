import { InputError } from '@backstage/errors';
import {
  HandoverBudget,
  HandoverResponse,
  handoverSummary,
  lastShift,
  LevelShifts,
  OnCallPeriod,
  OnCallResponse,
  runningShift,
} from '@engineering-owner/backstage-plugin-common';
import { shortenMessage } from '../ingest/describeFailure';
import { EntityRequest } from '../router/EntityRoute';
import { sourceId } from '../sources/sourceId';
import { describeIncidents } from './describeIncidents';
import { getOnCall } from './getOnCall';
import { readTimeZone } from './getOnCallResponseTimes';
import { OnCallAnswers } from './OnCallAnswers';
import { readIncidents } from './readIncidents';
import { readSubject, withAssigned } from './readSubject';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;
/** So far back incidents are told of, however long a shift is. */
const LONGEST_MS = 90 * DAY_MS;
/** Nobody hands over what ended longer ago. */
const LOOKED_BACK_MS = 4 * WEEK_MS;
/** Of a longer one, so much is told. */
const LONGEST_SHIFT_MS = 4 * WEEK_MS;

/** A request for a hand-over. */
export type HandoverAsk = Pick<
  EntityRequest,
  'entity' | 'entityRef' | 'credentials'
> & { request: { query: Record<string, unknown> } };

/**
 * `GET …/on-call/handover`: what the next person on call has to know, as
 * Markdown. Asks no source.
 *
 * @param readBudgets - of the entity's SLOs; what fails is not known
 */
export async function getHandover(
  ask: HandoverAsk,
  answers: OnCallAnswers,
  readBudgets: (
    ask: HandoverAsk,
    period: OnCallPeriod,
  ) => Promise<HandoverBudget[]>,
): Promise<HandoverResponse> {
  const timeZone = readTimeZone(ask.request.query.timeZone);
  const kind = readKind(ask.request.query.period);
  const now = answers.clock();
  const onCall = await getOnCall(ask, answers, 'now');
  const period = await readPeriod(kind, onCall, now, answers);
  const history = await readHistory(ask, period, now, answers);
  const budgets = await readBudgets(ask, period).catch(() => undefined);
  const { sections, alerts, problems } = onCall;
  const isKnown = (section: keyof typeof sections) =>
    sections[section].state === 'ok';
  const { title, name } = ask.entity.metadata;
  return {
    entityRef: ask.entityRef,
    period,
    markdown: handoverSummary({
      title: title ?? name,
      period,
      timeZone,
      ...(isKnown('incidents') && {
        incidents: history.incidents,
        incidentsSince: history.knownSince.toISOString(),
      }),
      ...(isKnown('alerts') && { alerts }),
      ...(budgets && { budgets }),
      openItems: [...problems, ...history.problems].map(({ message }) => ({
        text: message,
      })),
    }),
  };
}

/** All that are open, and all that were in the period: the tab shows the latest. */
async function readHistory(
  ask: HandoverAsk,
  period: OnCallPeriod,
  now: Date,
  answers: OnCallAnswers,
) {
  const { named, duty } = await readSubject(ask, answers);
  const since = Math.max(Date.parse(period.from), now.getTime() - LONGEST_MS);
  const history = await readIncidents(named.services, new Date(since), answers);
  return {
    ...history,
    incidents: await describeIncidents(withAssigned(history.incidents, duty), {
      ...answers,
      services: [...named.services, ...(duty?.services ?? [])],
      credentials: ask.credentials,
    }),
  };
}

/** What a hand-over can be of. */
const kinds = ['week', 'shift', 'last-shift'] as const;
type Kind = (typeof kinds)[number];

function readKind(value: unknown): Kind {
  const kind =
    value === undefined ? 'week' : kinds.find(each => each === value);
  if (kind) {
    return kind;
  }
  throw new InputError(
    `period is ${shortenMessage(JSON.stringify(value))}; it can be ${kinds
      .slice(0, -1)
      .join(', ')} or ${kinds.at(-1)}`,
  );
}

/**
 * The last seven days; the shift that runs at the first level now; or the one
 * that ended there last. Where there is no such shift, the last seven days too.
 */
async function readPeriod(
  kind: Kind,
  onCall: OnCallResponse,
  now: Date,
  answers: OnCallAnswers,
): Promise<OnCallPeriod> {
  const week = {
    from: new Date(now.getTime() - WEEK_MS).toISOString(),
    to: now.toISOString(),
  };
  switch (kind) {
    case 'shift': {
      const running = await readFirstLevels(onCall, now, answers, runningShift);
      const from = running
        .map(each => each.from)
        .sort()
        .at(-1);
      return from === undefined ? week : { from, to: week.to };
    }
    case 'last-shift': {
      const ended = await readFirstLevels(onCall, now, answers, lastShift);
      const since = now.getTime() - LOOKED_BACK_MS;
      return (
        ended
          .filter(({ to }) => Date.parse(to) >= since)
          .sort((a, b) => Date.parse(b.to) - Date.parse(a.to))
          .at(0) ?? week
      );
    }
    default:
      return week;
  }
}

/** A shift of the first level of each policy. */
async function readFirstLevels(
  { escalation }: OnCallResponse,
  now: Date,
  { shifts }: OnCallAnswers,
  choose: (of: LevelShifts) => OnCallPeriod | undefined,
): Promise<OnCallPeriod[]> {
  const from = new Date(now.getTime() - LOOKED_BACK_MS - LONGEST_SHIFT_MS);
  const found = await Promise.all(
    escalation.map(async ({ source, policy, levels: [first] }) => {
      const ofPolicy = await shifts.listBetween(
        sourceId(source),
        { policyIds: [policy.id] },
        { from, to: new Date(now.getTime() + 1) },
      );
      return (
        first &&
        choose({
          shifts: ofPolicy,
          policyId: policy.id,
          level: first.level,
          now,
        })
      );
    }),
  );
  return found.flatMap(each => each ?? []);
}
