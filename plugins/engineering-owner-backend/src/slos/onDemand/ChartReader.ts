import { JsonValue } from '@backstage/types';
import {
  LedgerHour,
  Problem,
  SloLatency,
} from '@engineering-owner/backstage-plugin-common';
import {
  EntityReading,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { describeFailure } from '../../ingest/describeFailure';
import { sourceId } from '../../sources/sourceId';
import { DAY } from '../ledger/LedgerDay';
import { SliGroupPlan } from '../SliGroupPlan';
import { ReadCache } from '../../store/ReadCache';
import { ReadLimit } from './ReadLimit';

/** A series of one entity that a chart shows. */
export interface ChartTarget {
  plan: SliGroupPlan;
  inspection: JsonValue;
  entityValue: string;
}

/** The part of time a chart shows, in steps. */
export interface ChartStretch extends Stretch {
  stepSeconds: number;
}

/** What a chart's read came to; of one that failed, why. */
export type ChartReading<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string };

/** Events by step; null counts where nothing could be read. */
export interface ChartSteps {
  steps: LedgerHour[];
  /** Why steps have no counts although the source answered. */
  problem?: Problem;
}

type Percentiles = SloLatency['points'];

const limits = { concurrency: 2, mostWaiting: 20, timeoutMs: 10_000 };
const mostCharts = 200;
const longestRequestMs = 7 * DAY;
/** A month, and a day at which its edges lie. */
const longestPercentilesMs = 32 * DAY;
const mostPoints = 744;

/**
 * Reads what is finer than the ledger, when somebody opens a chart: the one
 * thing that page views ask a source for. Everybody who looks at the same chart
 * in the same minute shares one request.
 */
export class ChartReader {
  readonly #clock: Clock;
  readonly #steps: ReadCache<ChartSteps>;
  readonly #percentiles: ReadCache<Percentiles>;
  readonly #limits = new Map<string, ReadLimit>();

  constructor({ clock }: { clock: Clock }) {
    this.#clock = clock;
    this.#steps = new ReadCache({ clock, most: mostCharts });
    this.#percentiles = new ReadCache({ clock, most: mostCharts });
  }

  /** Events of one entity by step. */
  async readSteps(
    target: ChartTarget,
    wanted: ChartStretch,
  ): Promise<ChartReading<ChartSteps>> {
    const { plan, inspection, entityValue } = target;
    const { source, group } = plan;
    const stretch = this.#align(plan, wanted);
    if (!stretch) {
      return { ok: true, value: { steps: [] } };
    }
    return this.#read(
      plan,
      this.#steps,
      keyOf(target, stretch),
      async signal => {
        if (!source.readEntitySteps) {
          throw new Error('the source cannot be read that finely');
        }
        return toSteps(
          await source.readEntitySteps(
            group,
            inspection,
            entityValue,
            stretch,
            { signal },
          ),
        );
      },
    );
  }

  /** Seconds within which a share of one entity's requests were answered. */
  async readPercentile(
    target: ChartTarget,
    wanted: ChartStretch & { quantile: number },
  ): Promise<ChartReading<Percentiles>> {
    const { plan, inspection, entityValue } = target;
    const { source, group } = plan;
    const { quantile } = wanted;
    const stretch = this.#align(plan, wanted);
    if (!stretch) {
      return { ok: true, value: [] };
    }
    return this.#read(
      plan,
      this.#percentiles,
      `${quantile} ${keyOf(target, stretch)}`,
      async signal => {
        const points: Array<{ at: Date; seconds: number | null }> = [];
        for (const piece of piecesOf(stretch)) {
          signal.throwIfAborted();
          const read = await source.readPercentile?.(
            group,
            inspection,
            entityValue,
            { ...piece, quantile },
            { signal },
          );
          if (!read) {
            throw new Error('the source holds no latencies of it');
          }
          points.push(...read);
        }
        return points.map(({ at, seconds }) => ({
          at: at.toISOString(),
          seconds: Number.isFinite(seconds) ? seconds : null,
        }));
      },
    );
  }

  async #read<T>(
    { source }: SliGroupPlan,
    cache: ReadCache<T>,
    key: string,
    ask: (signal: AbortSignal) => Promise<T>,
  ): Promise<ChartReading<T>> {
    const limit = this.#limitOf(sourceId(source.source));
    try {
      return { ok: true, value: await cache.get(key, () => limit.run(ask)) };
    } catch (error) {
      return {
        ok: false,
        reason: describeFailure(error),
      };
    }
  }

  #limitOf(id: string): ReadLimit {
    const limit = this.#limits.get(id) ?? new ReadLimit(limits);
    this.#limits.set(id, limit);
    return limit;
  }

  /** Whole steps that have settled; undefined when there are none. */
  #align(
    { source }: SliGroupPlan,
    { from, to, stepSeconds }: ChartStretch,
  ): ChartStretch | undefined {
    const step = stepSeconds * 1000;
    const settled =
      this.#clock().getTime() - source.evaluationDelaySeconds * 1000;
    const floor = (time: number) => Math.floor(time / step) * step;
    const aligned = {
      from: new Date(floor(from.getTime())),
      to: new Date(floor(Math.min(to.getTime(), settled))),
      stepSeconds,
    };
    return aligned.from < aligned.to ? aligned : undefined;
  }
}

/** A source is asked for at most a week at a time. */
function piecesOf({ from, to, stepSeconds }: ChartStretch): ChartStretch[] {
  const step = stepSeconds * 1000;
  const length = Math.floor(longestRequestMs / step) * step;
  const range = to.getTime() - from.getTime();
  if (range > longestPercentilesMs || length === 0) {
    throw new Error(
      'they are read for at most 31 days, in steps of at most 7 days',
    );
  }
  if (range / step > mostPoints) {
    throw new Error(
      `at most ${mostPoints} points of them are read; take a longer step`,
    );
  }
  const pieces: ChartStretch[] = [];
  for (let start = from.getTime(); start < to.getTime(); start += length) {
    const end = Math.min(to.getTime(), start + length);
    pieces.push({ from: new Date(start), to: new Date(end), stepSeconds });
  }
  return pieces;
}

function toSteps(
  read: Array<Stretch & { reading: EntityReading | undefined }>,
): ChartSteps {
  const steps = read.map(({ from, to, reading }) => ({
    from,
    to,
    counts:
      reading?.kind === 'counts'
        ? { bad: reading.bad, total: reading.total }
        : null,
  }));
  for (const { reading } of read) {
    if (reading?.kind === 'invalid') {
      return { steps, problem: reading.problem };
    }
  }
  return { steps };
}

function keyOf(
  { plan, entityValue }: ChartTarget,
  { from, to, stepSeconds }: ChartStretch,
): string {
  return JSON.stringify([plan.group.id, entityValue, from, to, stepSeconds]);
}
