import { JsonObject, JsonValue } from '@backstage/types';
import {
  Problem,
  SloIndicator,
  SloQuery,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';
import { ReadOptions, SourceTelemetry } from '../telemetry';

/**
 * An indicator as somebody wrote it, not yet understood.
 *
 * @public
 */
export interface SliTemplate {
  /** Name of the template or document, for messages. */
  name: string;
  /** Config path or file of the definition, for messages. */
  place: string;
  /**
   * The label whose value tells the entities apart. Absent: the definition is
   * of one entity alone, whose events stand under {@link soleValue}.
   */
  entityLabel?: string;
  /** The `indicator` object of the template, or what a document says as one. */
  indicator: JsonObject;
  /** Further label matchers an entity asks for; every selector is narrowed by them. */
  selector?: { text: string; place: string };
}

/**
 * Stands for the entity in readings of a group without an entity label.
 *
 * @public
 */
export const soleValue = '';

/**
 * An indicator compiled for all entities at once: SLOs that differ only in the
 * entity's value share a group, and a group costs a constant number of
 * requests.
 *
 * @public
 */
export interface SliGroup {
  /**
   * Hash of source, queries and label: a changed query is another group with a
   * history of its own; a changed objective is not.
   */
  id: string;
  source: SourceRef;
  /** Absent: all events of the group are one entity's, see {@link soleValue}. */
  entityLabel?: string;
  /**
   * Of one entity alone, or of the few that narrow their SLIs alike. Many of
   * these are read at the same time, so that the source can put them into few
   * requests.
   */
  bespoke: boolean;
  indicator: SloIndicator;
  /** What the source needs to read the group again. Opaque to the backend. */
  compiled: JsonObject;
}

/**
 * @public
 */
export type CompileResult =
  | { ok: true; group: SliGroup }
  | { ok: false; problem: Problem };

/**
 * Events of one entity in a stretch of time. `invalid` stands where a figure
 * would be wrong although the source answered, for example because a label of
 * the bad selector does not exist.
 *
 * @public
 */
export type EntityReading =
  | { kind: 'counts'; bad: number; total: number }
  | { kind: 'invalid'; problem: Problem };

/**
 * Events of a group in one stretch, by the entity label's value. An entity
 * that is not in it had no series.
 *
 * @public
 */
export interface GroupReading {
  values: Map<string, EntityReading>;
  /** The source said that data may be missing. */
  incomplete: boolean;
  warnings: string[];
  /** Entities were met that the inspection does not know: inspect again soon. */
  inspectAgain: boolean;
}

/**
 * A stretch of time (from, to].
 *
 * @public
 */
export interface Stretch {
  from: Date;
  to: Date;
}

/**
 * Reads service level indicators from one instance of a monitoring system.
 * Implementations are modules; the backend decides what is due and stores the
 * answers.
 *
 * @public
 */
export interface SliSource {
  readonly source: SourceRef;
  /** Samples younger than this may still change; reads end at least so long ago. */
  readonly evaluationDelaySeconds: number;
  telemetry(): SourceTelemetry;
  /** Understands an indicator. Pure: asks nobody. */
  compile(template: SliTemplate): CompileResult;
  /**
   * Asks what must be known before a group can be read honestly: which labels
   * exist, which histogram bounds there are. The answer is stored and handed
   * back to every read, and as `previous` to the next inspection, because some
   * of it is a matter of what was ever seen.
   */
  inspect(
    group: SliGroup,
    options: ReadOptions & { at: Date; previous?: JsonValue },
  ): Promise<{ inspection: JsonValue; problems: Problem[] }>;
  /** Events of a stretch of at most a day; one request. */
  read(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch,
    options: ReadOptions,
  ): Promise<GroupReading>;
  /**
   * Events of each step of a stretch of at most a day; one request. The result
   * has one entry per step, in order.
   */
  readSteps(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch & { stepSeconds: number },
    options: ReadOptions,
  ): Promise<Array<Stretch & { reading: GroupReading }>>;
  /**
   * Events of one entity by step, for a chart finer than the ledger: one
   * request, at most 720 steps, over at most a week. The steps end at multiples
   * of the step, so all may begin up to one step earlier than asked. Undefined
   * where the entity had no series. Absent: charts of the source stay as coarse
   * as the ledger.
   */
  readEntitySteps?(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    stretch: Stretch & { stepSeconds: number },
    options: ReadOptions,
  ): Promise<Array<Stretch & { reading: EntityReading | undefined }>>;
  /**
   * The seconds within which `quantile` of one entity's requests were answered,
   * at the end of each step; one request, bounded and aligned as
   * `readEntitySteps`. Null: no requests in the step. Absent, or undefined,
   * where the indicator is no latency.
   */
  readPercentile?(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    stretch: Stretch & { stepSeconds: number; quantile: number },
    options: ReadOptions,
  ): Promise<Array<{ at: Date; seconds: number | null }> | undefined>;
  /**
   * What a person would ask the source to check one entity's figures; with a
   * quantile, also how fast that share of its requests was answered, where the
   * indicator is a latency.
   */
  describe(
    group: SliGroup,
    inspection: JsonValue,
    entityValue: string,
    window: string,
    quantile?: number,
  ): SloQuery[];
}
