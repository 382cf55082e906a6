import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  SloQuery,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import {
  CompileResult,
  GroupReading,
  ReadOptions,
  SliGroup,
  SliSource,
  SliTemplate,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusInstance } from '../instances/instance';
import { compile } from './compile';
import { readerOf } from './readerOf';
import { Inspected } from './IndicatorReader';
import { joinLegs } from './legs';
import { readGroup } from './readGroup';
import { samplesByStep } from './samplesByStep';

/** No query spans more than a day, or it runs into Prometheus' own limits. */
const longestStretchSeconds = 86_400;

/** Reads service level indicators from one Prometheus. */
export class PrometheusSliSource implements SliSource {
  readonly source: SourceRef;
  readonly evaluationDelaySeconds: number;

  constructor(
    private readonly instance: PrometheusInstance,
    private readonly client: PrometheusClient,
  ) {
    this.source = { type: 'prometheus', name: instance.name };
    this.evaluationDelaySeconds = instance.evaluationDelaySeconds;
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

  inspect(
    group: SliGroup,
    options: ReadOptions & { at: Date; previous?: JsonValue },
  ): Promise<Inspected> {
    return readerOf(group.compiled).inspect(this.client, options);
  }

  async read(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch,
    options: ReadOptions,
  ): Promise<GroupReading> {
    const reader = readerOf(group.compiled).interpret(inspection);
    const query = joinLegs(reader.legs(lengthOf(stretch)));
    const { result, warnings } = await this.client.query(
      query,
      stretch.to,
      options.signal,
    );
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
    stretch: Stretch & { stepSeconds: number },
    options: ReadOptions,
  ): Promise<Array<Stretch & { reading: GroupReading }>> {
    const { stepSeconds } = stretch;
    const steps = stepsOf(stretch);
    const reader = readerOf(group.compiled).interpret(inspection);
    const { result, warnings } = await this.client.queryRange(
      joinLegs(reader.legs(stepSeconds)),
      { from: steps[0].to, to: stretch.to, stepSeconds },
      options.signal,
    );
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

  describe(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    window: string,
  ): SloQuery[] {
    const reader = readerOf(group.compiled);
    return reader.describe(inspection, entityValue, window);
  }
}

function lengthOf({ from, to }: Stretch): number {
  const seconds = Math.round((to.getTime() - from.getTime()) / 1000);
  if (!(seconds > 0 && seconds <= longestStretchSeconds)) {
    throw new InputError(
      `cannot read from ${from.toISOString()} to ${to.toISOString()}: a stretch is at least a second and at most a day long`,
    );
  }
  return seconds;
}

function stepsOf(stretch: Stretch & { stepSeconds: number }): Stretch[] {
  const { stepSeconds, from } = stretch;
  const count = lengthOf(stretch) / stepSeconds;
  if (!Number.isInteger(count)) {
    throw new InputError(
      `${lengthOf(stretch)} s cannot be cut into steps of ${stepSeconds} s`,
    );
  }
  const edge = (i: number) => new Date(from.getTime() + i * stepSeconds * 1000);
  return Array.from({ length: count }, (_, i) => ({
    from: edge(i),
    to: edge(i + 1),
  }));
}
