import {
  assessSlo,
  isMeasured,
  SloDefinition,
  sloDefinitionSchema,
  SloListItem,
  SloListResponse,
  StoredReading,
} from '@engineering-owner/backstage-plugin-common';
import { parseJsonColumn } from '../../store/jsonColumn';
import { SloAnswerOptions } from '../getSlos';
import { SloMember } from '../matchTemplate';
import { ListQuery } from './listQuery';
import { ListedSlo, SloListStore } from './SloListStore';

/** The window whose burn rate a list shows. */
const presentWindow = '1h';

type Options = Pick<SloAnswerOptions, 'alerting' | 'clock' | 'slos'>;

/**
 * `GET /v1/slos`: a page of verdicts, worst first, each with its figures of
 * now. A figure that is old is left out.
 */
export async function getSloList(
  query: ListQuery,
  options: Options & {
    list: SloListStore;
    entityRefs: string[] | undefined;
  },
): Promise<SloListResponse> {
  const { list, entityRefs, slos: reader } = options;
  const { total, slos } = await list.list(query, {
    now: options.clock(),
    entityRefs,
  });
  const members = slos.map(toMember);
  const readings = await reader.readMany(members);
  const { offset, limit } = query;
  return {
    items: slos.map((slo, i) =>
      toItem(slo, members[i].definition, readings[i], options),
    ),
    total,
    offset,
    limit,
  };
}

function toMember(slo: ListedSlo): SloMember {
  const definition = parseJsonColumn(sloDefinitionSchema, slo.definition);
  return {
    entityRef: slo.entity_ref,
    name: slo.name,
    ...(definition && { definition }),
    ...(slo.group_id !== null && { groupId: slo.group_id }),
    ...(slo.entity_value !== null && { entityValue: slo.entity_value }),
  };
}

function toItem(
  slo: ListedSlo,
  definition: SloDefinition | undefined,
  readings: StoredReading[],
  { alerting, clock, slos }: Options,
): SloListItem {
  const { entity_ref: entityRef, name } = slo;
  if (!definition) {
    // What is not understood is told: it was counted, and is not measured.
    return {
      entityRef,
      name,
      title: name,
      state: 'invalid',
      tone: 'unknown',
      code: 'invalid',
    };
  }
  const { title, objective, window } = definition;
  // The figures of the tab, by the same rules; only the verdict is stored.
  const status = assessSlo({
    definition,
    readings,
    now: clock(),
    queries: [],
    alerting: alerting.of(definition),
    evaluationDelaySeconds: slos.evaluationDelayOf(definition),
  });
  const present = status.burnRates.find(each => each.window === presentWindow);
  const shows = slo.state !== 'stale' && slo.state !== 'invalid';
  return {
    entityRef,
    name,
    title,
    objective,
    window,
    state: slo.state,
    tone: slo.tone,
    code: slo.code,
    ...(shows && isMeasured(status) && { errorRatio: status.errorRatio }),
    ...(shows &&
      status.budget.known && {
        remainingRatio: status.budget.remainingRatio,
      }),
    ...(shows &&
      present &&
      isMeasured(present) && { burnRate: present.burnRate }),
    ...('asOf' in status && { asOf: status.asOf }),
  };
}
