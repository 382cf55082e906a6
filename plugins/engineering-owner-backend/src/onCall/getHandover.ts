import { InputError } from '@backstage/errors';
import {
  HandoverBudget,
  HandoverResponse,
  handoverSummary,
  OnCallPeriod,
  OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';
import { shortenMessage } from '../ingest/describeFailure';
import { EntityRequest } from '../router/EntityRoute';
import { getOnCall } from './getOnCall';
import { readTimeZone } from './getOnCallResponseTimes';
import { OnCallAnswers } from './OnCallAnswers';

const WEEK_MS = 7 * 86_400_000;

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
  readBudgets: (ask: HandoverAsk) => Promise<HandoverBudget[]>,
): Promise<HandoverResponse> {
  const timeZone = readTimeZone(ask.request.query.timeZone);
  const kind = readKind(ask.request.query.period);
  const now = answers.clock();
  const [onCall, budgets] = await Promise.all([
    getOnCall(ask, answers),
    readBudgets(ask).catch(() => undefined),
  ]);
  const period = periodOf(kind, onCall, now);
  const { incidents, sections, alerts, problems } = onCall;
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
        incidents: [...incidents.open, ...incidents.recent],
      }),
      ...(isKnown('alerts') && { alerts }),
      ...(budgets && { budgets }),
      openItems: problems.map(({ message }) => ({ text: message })),
    }),
  };
}

function readKind(value: unknown): 'week' | 'shift' {
  if (value === undefined || value === 'week' || value === 'shift') {
    return value ?? 'week';
  }
  throw new InputError(
    `period is ${shortenMessage(
      JSON.stringify(value),
    )}; it can be week or shift`,
  );
}

/**
 * The last seven days, or the shift that runs at the first level now; where
 * nobody has one that began, the last seven days too.
 */
function periodOf(
  kind: 'week' | 'shift',
  { escalation }: OnCallResponse,
  now: Date,
): OnCallPeriod {
  const begun = escalation
    .flatMap(({ levels }) => levels.at(0)?.onCall ?? [])
    .flatMap(({ from }) => from ?? [])
    .sort();
  const week = new Date(now.getTime() - WEEK_MS).toISOString();
  return {
    from: (kind === 'shift' && begun.at(-1)) || week,
    to: now.toISOString(),
  };
}
