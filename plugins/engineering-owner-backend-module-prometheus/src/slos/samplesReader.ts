import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  parseDuration,
  Problem,
  SloQuery,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { Queries } from '../client/Queries';
import { Matcher } from '../promql/selector';
import { entitiesByLeg } from './answeredLegs';
import { Inspected, IndicatorReader, InspectedReader } from './IndicatorReader';
import { byEntity, deduplicated, GroupLabels } from './legs';
import { meetGroup } from './meetGroup';
import { narrowAnswer } from './narrowAnswer';
import { ofEntity } from './ofEntity';

/** Rounding of a mean of thousands of samples. */
const tolerance = 1e-9;

const inspectionSchema = z.object({
  kind: z.literal('samples'),
  at: z.iso.datetime(),
  known: z.array(z.string()),
});

/** A series whose samples are looked at one by one, each between 0 and 1. */
export interface Samples {
  labels: GroupLabels;
  /** For messages. */
  text: string;
  /**
   * What is aggregated over time, with a range of this many seconds; narrowed
   * where it can be.
   */
  over(window: string, only?: readonly Matcher[]): string;
  /** Whether a 1 is good or bad. */
  oneIs: 'good' | 'bad';
}

/**
 * Reads samples instead of events: how many there were, and how many of them
 * were bad. Every minute weighs the same, however much traffic there was.
 */
export function samplesReader(samples: Samples): IndicatorReader {
  return {
    inspect: (client, options) => inspect(samples, client, options),
    interpret(inspection) {
      const parsed = inspectionSchema.safeParse(inspection);
      if (!parsed.success) {
        throw new InputError(
          `the group of ${samples.text} has to be inspected before it is read`,
        );
      }
      return inspected(samples, parsed.data);
    },
    describe: (_inspection, entity, window) =>
      describe(samples, entity, window),
  };
}

async function inspect(
  samples: Samples,
  client: Queries,
  options: { at: Date; previous?: JsonValue; signal: AbortSignal },
): Promise<Inspected> {
  const { entityLabel } = samples.labels;
  const { at } = options;
  const previous = inspectionSchema.safeParse(options.previous).data;
  const met = await meetGroup(
    client,
    ({ range }) => ({
      entityLabel,
      known: previous?.known ?? [],
      legs: only => [
        {
          name: 'total',
          expression: narrowAnswer(
            byEntity(
              'count',
              `count_over_time(${samples.over(range, only)})`,
              entityLabel,
            ),
            only,
          ),
        },
      ],
      shared: [],
    }),
    options,
  );
  const found = entitiesByLeg(met.samples, entityLabel).get('total');
  const known = found ? [...found] : previous?.known ?? [];
  const inspection: z.infer<typeof inspectionSchema> = {
    kind: 'samples',
    at: at.toISOString(),
    known,
  };
  return { inspection, problems: [] };
}

function inspected(
  samples: Samples,
  { at, known }: z.infer<typeof inspectionSchema>,
): InspectedReader {
  const met = new Set(known);
  const { entityLabel, replicaLabels } = samples.labels;
  const leg = (
    name: string,
    aggregation: string,
    seconds: number,
    only: readonly Matcher[],
  ) => ({
    name,
    expression: narrowAnswer(
      byEntity(
        'sum',
        deduplicated(
          `${aggregation}(${samples.over(`${seconds}s`, only)})`,
          replicaLabels,
        ),
        entityLabel,
      ),
      only,
    ),
  });
  return {
    inspectedAt: new Date(at),
    knows: entity => met.has(entity),
    doubts: () => false,
    known,
    legs: (seconds, only = []) => [
      leg('total', 'count_over_time', seconds, only),
      leg('ones', 'sum_over_time', seconds, only),
    ],
    shared: () => [],
    judge(_entity, counts) {
      const total = counts.get('total');
      if (total === undefined) {
        return undefined;
      }
      const ones = counts.get('ones') ?? NaN;
      const slack = total * tolerance;
      if (!(total >= 0 && ones >= -slack && ones <= total + slack)) {
        return { kind: 'invalid', problem: notARatio(samples, ones / total) };
      }
      const bad = samples.oneIs === 'bad' ? ones : total - ones;
      return { kind: 'counts', total, bad: Math.min(total, Math.max(0, bad)) };
    },
  };
}

function describe(
  samples: Samples,
  entity: string,
  window: string,
): SloQuery[] {
  if (!Number.isInteger(parseDuration(window))) {
    throw new InputError(`"${window}" is no window`);
  }
  const { entityLabel, replicaLabels } = samples.labels;
  const over = (aggregation: string) =>
    ofEntity(
      deduplicated(`${aggregation}(${samples.over(window)})`, replicaLabels),
      entityLabel,
      entity,
    );
  const total = over('count_over_time');
  const ones = over('sum_over_time');
  const bad = samples.oneIs === 'bad' ? ones : `(${total} - ${ones})`;
  return [
    { window, meaning: 'total', expression: total },
    { window, meaning: 'bad', expression: bad },
    { window, meaning: 'error_ratio', expression: `${bad} / ${total}` },
  ];
}

function notARatio({ text }: Samples, mean: number): Problem {
  return {
    code: 'sli_not_a_ratio',
    severity: 'error',
    message: `the samples of ${text} are ${mean} on average; they have to lie between 0 and 1`,
    params: { selector: text },
  };
}
