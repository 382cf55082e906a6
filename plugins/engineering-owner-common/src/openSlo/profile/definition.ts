import { JsonObject } from '@backstage/types';
import { SloWindow } from '../../slos/model';
import { OpenSloDocument, OpenSloProblem } from '../model';

/**
 * What an indicator is in the words of a source of readings, as templates in
 * app-config write it too. One key says the kind:
 *
 * - `{ratio: {total, bad | good}}` — selectors of counters, which
 *   the source wraps in `increase`; it refuses what is no selector
 * - `{ratioQuery: {total, bad | good}}` — queries that count events over the
 *   placeholder `{{.window}}`
 * - `{rawRatio: {query, rawType}}` — a series that is a ratio already, `rawType`
 *   being `success` or `failure`
 *
 * @public
 */
export type OpenSloIndicator = JsonObject;

/**
 * An objective of an OpenSLO document, in our own words.
 *
 * @public
 */
export interface OpenSloDefinition {
  /** `metadata.name`, with a suffix where the document has several objectives. */
  name: string;
  title: string;
  /** Fraction, for example 0.999. */
  objective: number;
  window: SloWindow;
  /** `spec.service`, as written. */
  service: string;
  /**
   * What is to be asked. `name` is the `metricSourceRef`; without one it is the
   * only instance there is, or the one called `default`.
   */
  source: { type: 'prometheus'; name?: string };
  indicator: OpenSloIndicator;
  /** Where the indicator stands: in the document, or in the SLI it names. */
  indicatorAt: { file?: string; line?: number };
  document: OpenSloDocument;
}

/**
 * An objective of an OpenSLO document that cannot be measured, although it is
 * known what it promises.
 *
 * @public
 */
export interface RefusedOpenSlo
  extends Pick<
    OpenSloDefinition,
    'name' | 'title' | 'objective' | 'window' | 'document'
  > {
  /** The indicator, or what refers to it, as it is written. */
  written: JsonObject;
  reason: OpenSloProblem;
}
