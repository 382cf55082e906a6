import {
  assessReading,
  isMeasured,
  minimumBadEventsOfBudget,
  minimumBadEventsOfBurn,
  Reading,
  readIntervalSeconds,
  sloDefinitionSchema,
  SloListItem,
  SloListResponse,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';
import { parseJsonColumn } from '../../store/jsonColumn';
import { SloAnswerOptions } from '../getSlos';
import { ListQuery } from './listQuery';
import { ListedSlo, SloListStore } from './SloListStore';

/** The window whose burn rate a list shows. */
const present = { window: '1h', seconds: 3600 };

/**
 * `GET /v1/slos`: a page of verdicts, worst first, each with its figures of
 * now. A figure that is old is left out.
 */
export async function getSloList(
  query: ListQuery,
  options: Pick<SloAnswerOptions, 'clock' | 'slos'> & {
    list: SloListStore;
    entityRefs: string[] | undefined;
  },
): Promise<SloListResponse> {
  const { list, entityRefs } = options;
  const { total, slos } = await list.list(query, {
    now: options.clock(),
    entityRefs,
  });
  const items = await Promise.all(slos.map(slo => toItem(slo, options)));
  const { offset, limit } = query;
  return { items: items.flatMap(item => item ?? []), total, offset, limit };
}

async function toItem(
  slo: ListedSlo,
  { clock, slos }: Pick<SloAnswerOptions, 'clock' | 'slos'>,
): Promise<SloListItem | undefined> {
  const definition = parseJsonColumn(sloDefinitionSchema, slo.definition);
  if (!definition) {
    return undefined;
  }
  const { title, objective, window } = definition;
  const { readings } = await slos.read({
    entityRef: slo.entity_ref,
    name: slo.name,
    definition,
    ...(slo.group_id !== null && { groupId: slo.group_id }),
    ...(slo.entity_value !== null && { entityValue: slo.entity_value }),
  });
  const reading = (name: string, seconds: number, least: number): Reading =>
    assessReading(
      readings.find(each => each.window === name),
      {
        now: clock(),
        objective,
        windowSeconds: seconds,
        intervalSeconds: readIntervalSeconds(seconds),
        minimumBadEvents: least,
      },
    );
  const own = reading(
    windowKey(window),
    window.seconds,
    minimumBadEventsOfBudget,
  );
  const hour = reading(present.window, present.seconds, minimumBadEventsOfBurn);
  const shows = slo.state !== 'stale' && slo.state !== 'invalid';
  return {
    entityRef: slo.entity_ref,
    name: slo.name,
    title,
    objective,
    window,
    state: slo.state,
    tone: slo.tone,
    code: slo.code,
    ...(shows &&
      isMeasured(own) && {
        errorRatio: own.errorRatio,
        remainingRatio: 1 - own.burnRate,
      }),
    ...(shows && isMeasured(hour) && { burnRate: hour.burnRate }),
    ...('asOf' in own && { asOf: own.asOf }),
  };
}
