import { Field } from '../Field';
import { quote } from '../quote';
import { OpenSloDefinition } from './definition';
import { findOtherPlaceholder, WINDOW_PLACEHOLDER } from './query';

/** A query and where to ask it. */
export interface MetricQuery {
  query: string;
  source: OpenSloDefinition['source'];
  field: Field;
}

/**
 * Reads `metricSource` of a metric; reports what Prometheus has no use for.
 *
 * @param typeOf - the type of a DataSource among the documents, by its name
 */
export function readMetricSource(
  metric: Field,
  typeOf: (name: string) => string | undefined,
): MetricQuery | undefined {
  const source = metric.get('metricSource');
  const ref = source.get('metricSourceRef').value;
  const name = typeof ref === 'string' ? ref : undefined;
  const own = source.get('type').value;
  const ofDataSource = name === undefined ? undefined : typeOf(name);
  for (const type of [own, ofDataSource]) {
    if (typeof type === 'string' && type.toLowerCase() !== 'prometheus') {
      source
        .get(type === own ? 'type' : 'metricSourceRef')
        .report(
          'not_supported',
          `${
            type === own ? 'is' : `is ${quote(name)}, a DataSource of type`
          } ${quote(type)}; only Prometheus is read`,
        );
      return undefined;
    }
  }
  const spec = source.get('spec');
  const unknown = spec.entries().filter(([key]) => key !== 'query');
  for (const [, field] of unknown) {
    field.report(
      'not_supported',
      'means nothing to Prometheus here; expected query alone',
    );
  }
  const field = spec.get('query');
  const query = field.text('a PromQL query')?.trim();
  if (query === undefined || unknown.length > 0) {
    return undefined;
  }
  const other = findOtherPlaceholder(query);
  if (other !== undefined) {
    field.report(
      'query_ambiguous',
      `has the placeholder ${other}; the only one is ${WINDOW_PLACEHOLDER}, written exactly so`,
    );
    return undefined;
  }
  return {
    query,
    source: { type: 'prometheus', ...(name !== undefined && { name }) },
    field,
  };
}
