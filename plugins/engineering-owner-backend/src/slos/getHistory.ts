import { NotFoundError } from '@backstage/errors';
import {
  burnDown,
  windowKey,
  SloHistoryResponse,
} from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { foldPoints } from './foldPoints';
import { SloAnswerOptions } from './getSlos';
import { readHistoryQuery } from './historyQuery';

/** `GET …/slos/{slo}/history`: what one chart shows, from the ledger alone. */
export async function getHistory(
  { entity, entityRef, request }: EntityRequest,
  { clock, slos }: Pick<SloAnswerOptions, 'clock' | 'slos'>,
): Promise<SloHistoryResponse> {
  const { slo } = request.params;
  const members = await slos.listMembers(entity);
  const member = members.find(({ name }) => name === slo);
  const definition = member?.definition;
  if (!member || !definition) {
    const names = members.map(({ name }) => name).join(', ') || 'none';
    throw new NotFoundError(
      `${entityRef} has no SLO "${slo}"; it has: ${names}`,
    );
  }
  const { window, objective } = definition;
  const query = readHistoryQuery(request.query, { now: clock(), window });
  const { readings } = await slos.read(member);
  const own = readings.find(each => each.window === windowKey(window));
  const end = own?.at ? new Date(own.at) : clock();
  const windowStart = new Date(end.getTime() - window.seconds * 1000);

  const hours = await slos.readHours(member, {
    from: new Date(Math.min(windowStart.getTime(), query.from.getTime())),
    to: end,
  });
  const { points, scale } = burnDown({
    hours,
    objective,
    end,
    windowSeconds: window.seconds,
    ...(own?.counts && { windowCounts: own.counts }),
  });
  const shown = points.filter(
    point =>
      Date.parse(point.to) > query.from.getTime() &&
      Date.parse(point.from) < query.to.getTime(),
  );
  return {
    entityRef,
    slo,
    objective,
    from: query.from.toISOString(),
    to: query.to.toISOString(),
    stepSeconds: query.stepSeconds,
    windowStartsAt: windowStart.toISOString(),
    points: foldPoints(shown, query.stepSeconds),
    scale,
    resolution: 'ledger',
    incidents: [],
    problems: member.invalid ? [member.invalid] : [],
  };
}
