import { JsonValue } from '@backstage/types';
import { Problem, SloQuery } from '@engineering-owner/backstage-plugin-common';
import {
  CompileResult,
  EntityReading,
  GroupReading,
  SliGroup,
  SliSource,
  SliTemplate,
  SourceTelemetry,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { Cost, costSince, now } from './Cost';

/** One in so many services has no traffic at all; the others never repeat a figure. */
const idleEvery = 5;

/**
 * A source of many services that answers at once. What it costs to make up
 * answers is counted apart, so that it can be taken off.
 */
export class ScaleSource implements SliSource {
  readonly source = { type: 'prometheus', name: 'default' };
  readonly evaluationDelaySeconds = 30;
  readonly #names: string[];
  #requests = 0;
  #spent: Cost = { wallSeconds: 0, nodeSeconds: 0 };

  constructor(names: string[]) {
    this.#names = names;
  }

  /** What making up answers has cost since it was last asked. */
  takeSpent(): Cost {
    const spent = this.#spent;
    this.#spent = { wallSeconds: 0, nodeSeconds: 0 };
    return spent;
  }

  telemetry(): SourceTelemetry {
    return { requests: this.#requests, breaker: 'closed' };
  }

  compile({ indicator, entityLabel, name }: SliTemplate): CompileResult {
    const group: SliGroup = {
      id: `scale-${name}`,
      source: this.source,
      entityLabel,
      bespoke: false,
      indicator: { kind: 'ratio', total: `requests_${name}`, bad: 'errors' },
      compiled: { indicator },
    };
    return { ok: true, group };
  }

  /** As large as that of a histogram, which knows the bounds of every service. */
  async inspect(): Promise<{ inspection: JsonValue; problems: Problem[] }> {
    this.#requests += 1;
    const bounds = Object.fromEntries(
      this.#names.map(name => [name, ['0.1', '0.3', '1', '+Inf']]),
    );
    return { inspection: { bounds }, problems: [] };
  }

  async read(
    _group: SliGroup,
    _inspection: JsonValue,
    stretch: Stretch,
  ): Promise<GroupReading> {
    this.#requests += 1;
    return this.#answer(stretch);
  }

  async readSteps(
    _group: SliGroup,
    _inspection: JsonValue,
    { from, to, stepSeconds }: Stretch & { stepSeconds: number },
  ): Promise<Array<Stretch & { reading: GroupReading }>> {
    this.#requests += 1;
    const steps: Array<Stretch & { reading: GroupReading }> = [];
    const length = stepSeconds * 1000;
    for (let start = from.getTime(); start < to.getTime(); start += length) {
      const step = { from: new Date(start), to: new Date(start + length) };
      steps.push({ ...step, reading: this.#answer(step) });
    }
    return steps;
  }

  describe(
    _group: SliGroup,
    _inspection: JsonValue,
    entityValue: string,
    window: string,
  ): SloQuery[] {
    return [
      {
        window,
        meaning: 'total',
        expression: `sum(increase(requests{service="${entityValue}"}[${window}]))`,
      },
    ];
  }

  #answer({ from, to }: Stretch): GroupReading {
    const start = now();
    const minutes = (to.getTime() - from.getTime()) / 60_000;
    const values = new Map<string, EntityReading>();
    this.#names.forEach((name, index) => {
      const idle = index % idleEvery === 0;
      // Between 1 and 1000 events a minute, waving by a tenth.
      const rate = 10 ** (3 * fraction(index));
      const wave = 0.9 + 0.2 * fraction(index + to.getTime() / 1000);
      const total = idle ? 0 : rate * minutes * wave;
      const errors = fraction(index * 7) ** 8 / 50;
      values.set(name, { kind: 'counts', bad: total * errors, total });
    });
    this.#spent = costSince(start, this.#spent);
    return { values, incomplete: false, warnings: [], inspectAgain: false };
  }
}

/** Looks like chance, and is the same in every run. */
function fraction(seed: number): number {
  const value = Math.sin(seed * 12.9898 + 78.233) * 43758.5453;
  return value - Math.floor(value);
}
