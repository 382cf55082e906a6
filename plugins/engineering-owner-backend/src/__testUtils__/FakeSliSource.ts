import { JsonObject, JsonValue } from '@backstage/types';
import { Problem, SloQuery } from '@engineering-owner/backstage-plugin-common';
import {
  CompileResult,
  EntityReading,
  GroupReading,
  ReadOptions,
  SliGroup,
  SliSource,
  SliTemplate,
  SourceTelemetry,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';

/** Steady traffic of one service, in events a minute. */
export interface FakeService {
  total: number;
  bad?: number;
  /** Has series from here on; always by default. */
  born?: Date;
  /** Has series until here; for ever by default. */
  killed?: Date;
  /** All events of a stretch are bad. */
  outages?: Stretch[];
  /** Of every percentile. */
  latencySeconds?: number;
  invalid?: Problem;
}

/** A source whose truth is known: counts are computed, never sampled. */
export class FakeSliSource implements SliSource {
  readonly source = { type: 'prometheus', name: 'default' };
  readonly evaluationDelaySeconds: number = 30;
  readonly services = new Map<string, FakeService>();
  readonly requests: Array<
    {
      kind: 'inspect' | 'read' | 'steps' | 'entity_steps' | 'percentile';
    } & Partial<Stretch>
  > = [];
  /** Thrown by every request while it is set. */
  failure?: Error;
  /** Thrown by what charts ask while it is set. */
  chartFailure?: Error;
  /** How often the services are scraped; a step must hold two scrapes. */
  scrapeSeconds = 15;
  /** Thrown by every inspection while it is set. */
  inspectionFailure?: Error;
  /** What every inspection finds. */
  inspectionProblems: Problem[] = [];
  /** Said with every answer while it is set. */
  warning?: string;
  /** Stretches in which nothing was scraped; a read inside finds nobody. */
  readonly gaps: Stretch[] = [];
  /** Nothing is kept from before. */
  keptSince?: Date;

  telemetry(): SourceTelemetry {
    return { requests: this.requests.length, breaker: 'closed' };
  }

  compile({
    indicator,
    entityLabel,
    name,
    place,
    selector,
  }: SliTemplate): CompileResult {
    if (selector?.text.includes('{')) {
      return {
        ok: false,
        problem: {
          code: 'sli_definition_invalid',
          severity: 'error',
          message: `${selector.place}: ${selector.text} is not understood`,
        },
      };
    }
    const narrowed = selector ? `-${selector.text}` : '';
    const { latency } = indicator;
    if (latency !== undefined) {
      return this.#compileLatency(name, entityLabel);
    }
    const ratio: JsonObject = JSON.parse(JSON.stringify(indicator.ratio ?? {}));
    const { total, bad } = ratio;
    if (typeof total !== 'string' || total.includes('{{')) {
      return {
        ok: false,
        problem: {
          code: 'promql_invalid',
          severity: 'error',
          message: `${place}.indicator.ratio.total of template "${name}" is ${JSON.stringify(
            total,
          )}: unexpected "{" at position 3`,
        },
      };
    }
    const group: SliGroup = {
      id: `group-${total}-${bad}-${entityLabel}${narrowed}`,
      source: this.source,
      entityLabel,
      bespoke: entityLabel === undefined,
      indicator: {
        kind: 'ratio',
        total,
        ...(typeof bad === 'string' && { bad }),
      },
      compiled: { total },
    };
    return { ok: true, group };
  }

  async inspect(
    _group: SliGroup,
    { signal }: ReadOptions & { at: Date },
  ): Promise<{ inspection: JsonValue; problems: Problem[] }> {
    this.#ask(signal, { kind: 'inspect' });
    if (this.inspectionFailure) {
      throw this.inspectionFailure;
    }
    return {
      inspection: { labels: ['code'] },
      problems: this.inspectionProblems,
    };
  }

  async read(
    _group: SliGroup,
    _inspection: JsonValue,
    stretch: Stretch,
    { signal }: ReadOptions,
  ): Promise<GroupReading> {
    this.#ask(signal, { kind: 'read', ...stretch });
    return this.#answer(stretch);
  }

  async readSteps(
    _group: SliGroup,
    _inspection: JsonValue,
    { from, to, stepSeconds }: Stretch & { stepSeconds: number },
    { signal }: ReadOptions,
  ): Promise<Array<Stretch & { reading: GroupReading }>> {
    this.#ask(signal, { kind: 'steps', from, to });
    return stepsOf({ from, to, stepSeconds }).map(step => ({
      ...step,
      reading: this.#answer(step),
    }));
  }

  async readEntitySteps(
    _group: SliGroup,
    _inspection: JsonValue,
    entityValue: string,
    { from, to, stepSeconds }: Stretch & { stepSeconds: number },
    { signal }: ReadOptions,
  ): Promise<Array<Stretch & { reading: EntityReading | undefined }>> {
    this.#ask(signal, { kind: 'entity_steps', from, to });
    return stepsOf({ from, to, stepSeconds }).map(step => ({
      ...step,
      // Growth takes two samples.
      reading:
        stepSeconds < 2 * this.scrapeSeconds
          ? undefined
          : this.#answer(step).values.get(entityValue),
    }));
  }

  async readPercentile(
    group: SliGroup,
    _inspection: JsonValue,
    entityValue: string,
    { from, to, stepSeconds }: Stretch & { stepSeconds: number },
    { signal }: ReadOptions,
  ): Promise<Array<{ at: Date; seconds: number | null }> | undefined> {
    this.#ask(signal, { kind: 'percentile', from, to });
    if (group.indicator.kind !== 'latency') {
      return undefined;
    }
    return stepsOf({ from, to, stepSeconds }).map(step => ({
      at: step.to,
      seconds:
        stepSeconds < 2 * this.scrapeSeconds
          ? null
          : this.services.get(entityValue)?.latencySeconds ?? null,
    }));
  }

  describe(
    group: SliGroup,
    _inspection: JsonValue,
    entityValue: string,
    window: string,
    quantile?: number,
  ): SloQuery[] {
    const percentile: SloQuery = {
      window,
      meaning: 'percentile',
      expression: `p(${quantile}, ${entityValue}, ${window})`,
    };
    return [
      ...(group.indicator.kind === 'latency' ? [percentile] : []),
      {
        window,
        meaning: 'total',
        expression: `sum(increase(${String(group.compiled.total)}{${
          group.entityLabel
        }="${entityValue}"}[${window}]))`,
      },
    ];
  }

  /** What a service truly had in a stretch; undefined: no series. */
  truth(
    name: string,
    stretch: Stretch,
  ): { bad: number; total: number } | undefined {
    const service = this.services.get(name);
    const alive = service && within(stretch, this.#life(service));
    if (!service || !alive) {
      return undefined;
    }
    const minutes = minutesOf(alive);
    const out = (service.outages ?? []).reduce((sum, outage) => {
      const part = within(alive, outage);
      return sum + (part ? minutesOf(part) : 0);
    }, 0);
    return {
      total: service.total * minutes,
      bad: (service.bad ?? 0) * (minutes - out) + service.total * out,
    };
  }

  #compileLatency(name: string, entityLabel?: string): CompileResult {
    return {
      ok: true,
      group: {
        id: `group-${name}-${entityLabel}`,
        source: this.source,
        entityLabel,
        bespoke: entityLabel === undefined,
        indicator: {
          kind: 'latency',
          histogram: 'request_seconds',
          thresholdSeconds: 0.3,
        },
        compiled: { total: 'request_seconds_count' },
      },
    };
  }

  #life({ born, killed }: FakeService): Stretch {
    const from = Math.max(born?.getTime() ?? 0, this.keptSince?.getTime() ?? 0);
    return { from: new Date(from), to: killed ?? new Date('2100-01-01') };
  }

  #ask(signal: AbortSignal, request: (typeof this.requests)[number]) {
    signal.throwIfAborted();
    this.requests.push(request);
    if (this.failure) {
      throw this.failure;
    }
    if (this.chartFailure && /^entity_steps|percentile$/.test(request.kind)) {
      throw this.chartFailure;
    }
  }

  #answer(stretch: Stretch): GroupReading {
    const values = new Map<string, EntityReading>();
    const inGap = this.gaps.some(
      ({ from, to }) => from <= stretch.from && stretch.to <= to,
    );
    for (const [name, service] of this.services) {
      const counts = this.truth(name, stretch);
      if (counts && !inGap) {
        values.set(
          name,
          service.invalid
            ? { kind: 'invalid', problem: service.invalid }
            : { kind: 'counts', ...counts },
        );
      }
    }
    return {
      values,
      incomplete: this.warning !== undefined,
      warnings: this.warning ? [this.warning] : [],
      inspectAgain: false,
    };
  }
}

function within(a: Stretch, b: Stretch): Stretch | undefined {
  const from = new Date(Math.max(a.from.getTime(), b.from.getTime()));
  const to = new Date(Math.min(a.to.getTime(), b.to.getTime()));
  return from < to ? { from, to } : undefined;
}

function stepsOf(stretch: Stretch & { stepSeconds: number }): Stretch[] {
  const step = stretch.stepSeconds * 1000;
  const steps: Stretch[] = [];
  const end = stretch.to.getTime();
  for (let start = stretch.from.getTime(); start < end; start += step) {
    steps.push({ from: new Date(start), to: new Date(start + step) });
  }
  return steps;
}

function minutesOf({ from, to }: Stretch): number {
  return (to.getTime() - from.getTime()) / 60_000;
}
