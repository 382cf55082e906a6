import { Answered } from '../../client/PrometheusClient';
import { Matcher } from '../../promql/selector';
import { joinLegs, Leg } from '../legs';
import { shardsOf } from './shardsOf';

/** What is asked of a group, entity by entity. */
export interface Question {
  /** Empty or absent: all is one entity's. */
  entityLabel: string | undefined;
  /** The entities that are known of. */
  known: readonly string[];
  /** What each entity has series of its own in. */
  legs(only: readonly Matcher[]): Leg[];
  /** What there is one answer to for the whole group: it is asked for once. */
  shared: Leg[];
}

/**
 * Asks a group, in as many requests as its entities need, and puts the answers
 * together.
 *
 * @param points - values of each series
 */
export async function askInShards<T>(
  { entityLabel, known, legs, shared }: Question,
  points: number,
  ask: (query: string) => Promise<Answered<T[]>>,
): Promise<Answered<T[]>> {
  const seriesPerEntity = legs([])
    .map(leg => leg.seriesPerEntity ?? 1)
    .reduce((sum, series) => sum + series, 0);
  const shards = shardsOf({
    entityLabel: entityLabel || undefined,
    known,
    seriesPerEntity,
    points,
  });
  const answers = await Promise.all(
    shards.map((only, i) =>
      ask(joinLegs([...legs(only), ...(i === 0 ? shared : [])])),
    ),
  );
  return {
    result: answers.flatMap(({ result }) => result),
    warnings: [...new Set(answers.flatMap(({ warnings }) => warnings))],
  };
}
