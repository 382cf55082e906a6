import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import { Answered } from '../../client/PrometheusClient';
import { InspectedReader } from '../IndicatorReader';
import { joinLegs } from '../legs';
import { shardsOf } from './shardsOf';

/**
 * Asks for the counts of a whole group, in as many requests as its entities
 * need, and puts the answers together.
 */
export async function askInShards<T>(
  { entityLabel }: Pick<SliGroup, 'entityLabel'>,
  reader: InspectedReader,
  { seconds, points }: { seconds: number; points: number },
  ask: (query: string) => Promise<Answered<T[]>>,
): Promise<Answered<T[]>> {
  const shards = shardsOf({
    entityLabel,
    known: reader.known ?? [],
    seriesPerEntity: reader.legs(seconds).length,
    points,
  });
  const answers = await Promise.all(
    shards.map(only => ask(joinLegs(reader.legs(seconds, only)))),
  );
  return {
    result: answers.flatMap(({ result }) => result),
    warnings: [...new Set(answers.flatMap(({ warnings }) => warnings))],
  };
}
