import { JsonValue } from '@backstage/types';
import { Problem, SloQuery } from '@engineering-owner/backstage-plugin-common';
import { EntityReading } from '@engineering-owner/backstage-plugin-node';
import { Queries } from '../client/Queries';
import { Matcher } from '../promql/selector';
import { Leg } from './legs';

/** What was found out about a group, and what is wrong with all of it. */
export interface Inspected {
  inspection: JsonValue;
  problems: Problem[];
}

/** What differs between the kinds of indicators. */
export interface IndicatorReader {
  /** Finds out what must be known before figures can be trusted. */
  inspect(
    client: Queries,
    options: { at: Date; previous?: JsonValue; signal: AbortSignal },
  ): Promise<Inspected>;
  /** Understands what `inspect` found out; throws when it is not that. */
  interpret(inspection: JsonValue): InspectedReader;
  /** What a person would ask to check one entity's figures. */
  describe(
    inspection: JsonValue,
    entityValue: string,
    window: string,
    quantile?: number,
  ): SloQuery[];
}

/** Reads within which time a share of the requests was answered. */
export interface PercentileReader {
  /** A vector of one number: the time, of the last `duration`, such as `1h`. */
  expression(
    quantile: number,
    duration: string,
    only: readonly Matcher[],
  ): string;
  /** How many of the expression's units make a second. */
  perSecond: number;
}

/** A reader that knows its group. */
export interface InspectedReader {
  /** When the group was looked at. */
  inspectedAt: Date;
  /** Data was missing then, so that it has to be looked at again. */
  isIncomplete?: boolean;
  /**
   * The counts to ask for, of the last `seconds`; with `only`, of the series
   * that these further matchers let through, such as those of one entity.
   */
  legs(seconds: number, only?: readonly Matcher[]): Leg[];
  /**
   * What else is to be known of the last `seconds`, once for all entities, or
   * for those that the matchers let through.
   */
  shared(seconds: number, only?: readonly Matcher[]): Leg[];
  /**
   * The entities the inspection met. Absent: there is only one, or the legs
   * cannot be narrowed.
   */
  known?: readonly string[];
  /** How fast requests were answered. Absent where nothing is known of that. */
  percentile?: PercentileReader;
  /**
   * The verdict on one entity's counts, by the names of the legs. Undefined
   * when the entity had no series of the total.
   */
  judge(
    entity: string,
    counts: ReadonlyMap<string, number>,
  ): EntityReading | undefined;
  /** Whether the inspection met the entity. */
  knows(entity: string): boolean;
  /**
   * Whether an entity's counts are not what the inspection lets expect, so
   * that it may be out of date.
   */
  doubts(entity: string, counts: ReadonlyMap<string, number>): boolean;
}
