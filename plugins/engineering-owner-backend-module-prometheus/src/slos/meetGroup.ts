import { Sample } from '../client/PrometheusClient';
import { PrometheusError } from '../client/PrometheusError';
import { Queries } from '../client/Queries';
import { entitiesByLeg } from './answeredLegs';
import { joinLegs, legLabel } from './legs';
import { Lookback, lookbacks } from './lookback';
import { askInShards, Question } from './shards/askInShards';

const daySeconds = 86_400;

/** So far back a group is looked for that nobody has met yet. */
const mostDays = 30;

/** What was met of a group, and how far back. */
export interface Met {
  /** Without a value where it is of several days. */
  samples: Array<Pick<Sample, 'labels'> & { value?: number }>;
  lookback: Lookback;
}

/**
 * Asks a question of the last hour, and where no entity was there of the last
 * day. The first leg of the question is `total`, of those whose events there
 * are.
 *
 * @param options.isFirst - nothing is known from before, so that a group which
 *   is idle for days is looked for further back, day by day
 */
export async function meetGroup(
  client: Queries,
  question: (lookback: Lookback) => Question,
  options: { at: Date; signal: AbortSignal; isFirst?: boolean },
): Promise<Met> {
  let met: Met = { samples: [], lookback: lookbacks[0] };
  for (const lookback of lookbacks) {
    const asked = question(lookback);
    met = { samples: await ask(client, asked, options), lookback };
    const known = entitiesByLeg(met.samples, asked.entityLabel ?? '');
    if (known.has('total')) {
      return met;
    }
  }
  return options.isFirst
    ? (await lookFurther(client, question(met.lookback), options)) ?? met
    : met;
}

/** The legs that brought anything. */
export function legsIn(samples: Met['samples']): Set<string> {
  return new Set(samples.flatMap(({ labels }) => labels[legLabel] ?? []));
}

async function ask(
  client: Queries,
  question: Question,
  { at, signal }: { at: Date; signal: AbortSignal },
): Promise<Met['samples']> {
  const query = (text: string) => client.query(text, at, signal);
  const { entityLabel, legs, shared } = question;
  const [total, ...others] = legs([]);
  if (
    !entityLabel ||
    question.known.length > 0 ||
    others.length + shared.length === 0
  ) {
    return (await askInShards(question, 1, query)).result;
  }
  // How many there are is not known yet, and all at once may be too much.
  const { result } = await query(joinLegs([total]));
  if (!legsIn(result).has('total')) {
    return result;
  }
  const known = [...(entitiesByLeg(result, entityLabel).get('total') ?? [])];
  const rest = await askInShards(
    { ...question, known, legs: only => legs(only).slice(1) },
    1,
    query,
  );
  return [...result, ...rest.result];
}

/** Before the last day, in one request that looks at a day at a time. */
async function lookFurther(
  client: Queries,
  { legs, shared }: Question,
  { at, signal }: { at: Date; signal: AbortSignal },
): Promise<Met | undefined> {
  const before = (days: number) =>
    new Date(at.getTime() - days * daySeconds * 1000);
  try {
    const { result } = await client.queryRange(
      joinLegs([...legs([]), ...shared]),
      { from: before(mostDays - 1), to: before(1), stepSeconds: daySeconds },
      signal,
    );
    return {
      samples: result.map(({ labels }) => ({ labels })),
      lookback: { range: `${mostDays}d`, seconds: mostDays * daySeconds },
    };
  } catch (error) {
    signal.throwIfAborted();
    // A group that is too large for that is met when it comes back.
    if (error instanceof PrometheusError) {
      return undefined;
    }
    throw error;
  }
}
