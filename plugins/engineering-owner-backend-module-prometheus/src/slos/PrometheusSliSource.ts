import { JsonValue } from '@backstage/types';
import {
  SloQuery,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  CompileResult,
  EntityReading,
  GroupReading,
  ReadOptions,
  SliGroup,
  SliSource,
  SliTemplate,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { tellOfMissingData } from '../client/missingData';
import { Answered, PrometheusClient, Series } from '../client/PrometheusClient';
import { PrometheusError } from '../client/PrometheusError';
import { PrometheusInstance } from '../instances/instance';
import { Queries } from '../client/Queries';
import { ClockWarning } from './ClockWarning';
import { compile } from './compile';
import { incomplete, interpret, isIncomplete } from './interpret';
import { readerOf } from './readerOf';
import { Inspected, InspectedReader } from './IndicatorReader';
import { joinLegs } from './legs';
import { watchWarnings } from './watchWarnings';
import { withLinks } from './links/withLinks';
import { onlyEntity } from './onlyEntity';
import { PackedQueries } from './packs/PackedQueries';
import { readGroup } from './readGroup';
import { checkQuantile, percentileByStep } from './readPercentile';
import { samplesByStep } from './samplesByStep';
import { askInShards, Question } from './shards/askInShards';
import { chartStepsOf, lengthOf, stepsOf, SteppedStretch } from './stretches';

/** Of a warning so much is told. */
const longestWarning = 300;

/** Reads service level indicators from one Prometheus. */
export class PrometheusSliSource implements SliSource {
  readonly source: SourceRef;
  readonly evaluationDelaySeconds: number;
  private readonly clock: ClockWarning;
  private readonly packs: PackedQueries;

  constructor(
    private readonly instance: PrometheusInstance,
    private readonly client: PrometheusClient,
  ) {
    this.source = { type: 'prometheus', name: instance.name };
    this.evaluationDelaySeconds = instance.evaluationDelaySeconds;
    this.packs = new PackedQueries(client);
    this.clock = new ClockWarning(instance.name);
  }

  telemetry() {
    return this.client.telemetry();
  }

  compile(template: SliTemplate): CompileResult {
    return compile(template, {
      source: this.source,
      replicaLabels: this.instance.replicaLabels,
    });
  }

  /**
   * What was found out while data was missing replaces nothing that was found
   * out before. Where there is nothing before, it has to do, for a short time.
   */
  async inspect(
    group: SliGroup,
    options: ReadOptions & { at: Date; previous?: JsonValue },
  ): Promise<Inspected> {
    const { watched, warnings } = watchWarnings(
      this.queriesOf(group, 'inspection'),
    );
    const inspected = await readerOf(group.compiled).inspect(watched, options);
    if (!tellOfMissingData(warnings)) {
      return inspected;
    }
    const { previous } = options;
    if (previous !== undefined && !isIncomplete(previous)) {
      throw new PrometheusError(
        'failed',
        `Prometheus "${
          this.instance.name
        }" says that data may be missing, so what is known of the series stays as it was: ${warnings[0].slice(
          0,
          longestWarning,
        )}`,
      );
    }
    return { ...inspected, inspection: incomplete(inspected.inspection) };
  }

  async read(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch,
    options: ReadOptions,
  ): Promise<GroupReading> {
    const reader = interpret(group, inspection);
    const seconds = lengthOf(stretch);
    const queries = this.queriesOf(group, `${seconds}s`);
    const { result, warnings } = await askInShards(
      countsOf(group, reader, seconds),
      1,
      query => queries.query(query, stretch.to, options.signal),
    );
    this.clock.tell(this.client.clockSkewSeconds(), options);
    return readGroup(
      reader,
      group.entityLabel ?? '',
      stretch,
      result,
      warnings,
    );
  }

  async readSteps(
    group: SliGroup,
    inspection: JsonValue,
    stretch: SteppedStretch,
    options: ReadOptions,
  ): Promise<Array<Stretch & { reading: GroupReading }>> {
    const reader = interpret(group, inspection);
    const steps = stepsOf(stretch);
    const { stepSeconds: seconds } = stretch;
    const answer = await askInShards(
      countsOf(group, reader, seconds),
      steps.length,
      query => this.queryAtSteps(group, query, steps, options),
    );
    return readEach(group, reader, steps, answer);
  }

  async readEntitySteps(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    stretch: SteppedStretch,
    options: ReadOptions,
  ): Promise<Array<Stretch & { reading: EntityReading | undefined }>> {
    const steps = chartStepsOf(stretch);
    const reader = interpret(group, inspection);
    const only = onlyEntity(group, entityValue);
    const query = joinLegs([
      ...reader.legs(stretch.stepSeconds, only),
      ...reader.shared(stretch.stepSeconds, only),
    ]);
    const answer = await this.queryAtSteps(group, query, steps, options);
    return readEach(group, reader, steps, answer).map(
      ({ from, to, reading }) => ({
        from,
        to,
        reading: reading.values.get(entityValue),
      }),
    );
  }

  async readPercentile(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    stretch: SteppedStretch & { quantile: number },
    options: ReadOptions,
  ): Promise<Array<{ at: Date; seconds: number | null }> | undefined> {
    const { percentile } = readerOf(group.compiled).interpret(inspection);
    if (!percentile) {
      return undefined;
    }
    const { quantile, stepSeconds } = stretch;
    checkQuantile(quantile);
    const steps = chartStepsOf(stretch);
    const only = onlyEntity(group, entityValue);
    const { result } = await this.queryAtSteps(
      group,
      percentile.expression(quantile, `${stepSeconds}s`, only),
      steps,
      options,
    );
    return percentileByStep(result, steps, percentile);
  }

  describe(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    window: string,
    quantile?: number,
  ): SloQuery[] {
    const reader = readerOf(group.compiled);
    const queries = reader.describe(inspection, entityValue, window, quantile);
    return withLinks(queries, this.instance.links);
  }

  /** Many groups of one entity are read at the same time, so they share requests. */
  private queriesOf({ id, bespoke }: SliGroup, kind: string): Queries {
    return bespoke ? this.packs.of(kind, id) : this.client;
  }

  /** Asks at the end of each step, which are of equal length and in order. */
  private queryAtSteps(
    group: SliGroup,
    query: string,
    steps: Stretch[],
    { signal }: ReadOptions,
  ): Promise<Answered<Series[]>> {
    const first = steps[0];
    const last = steps[steps.length - 1];
    const stepSeconds = (first.to.getTime() - first.from.getTime()) / 1000;
    const range = { from: first.to, to: last.to, stepSeconds };
    return this.queriesOf(group, 'steps').queryRange(query, range, signal);
  }
}

/** The question for the counts of a whole group in so many seconds. */
function countsOf(
  { entityLabel }: SliGroup,
  reader: InspectedReader,
  seconds: number,
): Question {
  return {
    entityLabel,
    known: reader.known ?? [],
    legs: only => reader.legs(seconds, only),
    shared: reader.shared(seconds),
  };
}

/** The reading of each step. */
function readEach(
  group: SliGroup,
  reader: InspectedReader,
  steps: Stretch[],
  { result, warnings }: Answered<Series[]>,
): Array<Stretch & { reading: GroupReading }> {
  const samples = samplesByStep(result);
  return steps.map(step => ({
    ...step,
    reading: readGroup(
      reader,
      group.entityLabel ?? '',
      step,
      samples.get(step.to.getTime()) ?? [],
      warnings,
    ),
  }));
}
