/**
 * The kinds of OpenSLO v1.
 *
 * @public
 */
export const openSloKinds = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

/**
 * @public
 */
export type OpenSloKind = (typeof openSloKinds)[number];

/**
 * The one version of OpenSLO that is read.
 *
 * @public
 */
export const OPENSLO_API_VERSION = 'openslo/v1';

/**
 * A place in a text, both counted from 1.
 *
 * @public
 */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Steps from a document to one of its values.
 *
 * @public
 */
export type OpenSloPath = ReadonlyArray<string | number>;

/**
 * A document as somebody handed it over, not judged yet.
 *
 * @public
 */
export interface OpenSloSource {
  /** File or address it is from, for messages; absent for objects. */
  file?: string;
  /** Counted from 0 over a file; the items of a list count one by one. */
  index: number;
  /** Whatever the parser made of it. */
  value: unknown;
  /** Where a value or its key stands, or the nearest one around it that exists. */
  locate?: (
    path: OpenSloPath,
    part?: 'key' | 'value',
  ) => TextPosition | undefined;
}

/**
 * A document that keeps every rule of OpenSLO v1.
 *
 * @public
 */
export interface OpenSloDocument extends OpenSloSource {
  kind: OpenSloKind;
  /** `metadata.name`. */
  name: string;
}

/**
 * A rule that a document breaks.
 *
 * @public
 */
export interface OpenSloProblem {
  /** A warning does not keep the document from being used. */
  severity: 'error' | 'warning';
  /** Of the rule, for example `value_missing`. */
  code: OpenSloRule;
  /** Says what is there and what would be right, without the place. */
  message: string;
  document: { index: number; file?: string; kind?: string; name?: string };
  /** For example `spec.objectives[0].target`; empty for the document itself. */
  path: string;
  /** Present where the document came from text. */
  line?: number;
  column?: number;
}

/**
 * What a rule is about.
 *
 * @public
 */
export type OpenSloRule =
  | 'yaml_invalid'
  | 'text_too_large'
  | 'document_not_openslo'
  | 'field_unknown'
  | 'value_missing'
  | 'value_invalid'
  | 'values_exclusive'
  | 'name_invalid'
  | 'name_taken'
  | 'list_too_long'
  | 'duration_doubtful'
  | 'reference_unresolved'
  | 'not_supported'
  | 'query_ambiguous'
  | 'too_many_problems';
