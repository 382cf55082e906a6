import { Field } from '../Field';
import { quote } from '../quote';
import { OpenSloDefinition, OpenSloIndicator } from './definition';
import { MetricQuery, readMetricSource } from './metricSource';
import { hasWindow, isMoreThanSelector, WINDOW_PLACEHOLDER } from './query';

/** What is to be asked, and whom. */
export interface ProfiledIndicator {
  indicator: OpenSloIndicator;
  source: OpenSloDefinition['source'];
}

type TypeOf = (name: string) => string | undefined;

/**
 * An SLI in the strict profile of Prometheus. OpenSLO does not say what a query
 * means; here a bare selector of a counter is wrapped in `increase`, any other
 * query has to say where its window goes, and what is ambiguous is refused.
 *
 * @param spec - of an SLI that keeps the rules
 */
export function readIndicator(
  spec: Field,
  typeOf: TypeOf,
): ProfiledIndicator | undefined {
  const threshold = spec.get('thresholdMetric');
  if (threshold.exists) {
    threshold.report(
      'not_supported',
      'is not supported yet: a value has to be compared in slices of time, which are not read so far; count good and total events with ratioMetric',
    );
    return undefined;
  }
  const ratio = spec.get('ratioMetric');
  return ratio.get('raw').exists
    ? readRaw(ratio, typeOf)
    : readRatio(ratio, typeOf);
}

function readRaw(ratio: Field, typeOf: TypeOf): ProfiledIndicator | undefined {
  const metric = readMetricSource(ratio.get('raw'), typeOf);
  const rawType = ratio.get('rawType').value;
  if (!metric || (rawType !== 'success' && rawType !== 'failure')) {
    return undefined;
  }
  const { query, source, field } = metric;
  if (hasWindow(query)) {
    field.report(
      'query_ambiguous',
      `contains ${WINDOW_PLACEHOLDER}; a raw ratio is read sample by sample and has no window: name the series that holds the ratio`,
    );
    return undefined;
  }
  return { indicator: { rawRatio: { query, rawType } }, source };
}

function readRatio(
  ratio: Field,
  typeOf: TypeOf,
): ProfiledIndicator | undefined {
  const counted = ratio.get('bad').exists ? 'bad' : 'good';
  const part = readMetricSource(ratio.get(counted), typeOf);
  const total = readMetricSource(ratio.get('total'), typeOf);
  if (!part || !total) {
    return undefined;
  }
  if (part.source.name !== total.source.name) {
    part.field.report(
      'query_ambiguous',
      `is asked of ${nameOf(part)}, total of ${nameOf(
        total,
      )}; both have to come from one Prometheus`,
    );
    return undefined;
  }
  const queries = { total: total.query, [counted]: part.query };
  const windows = [part, total].filter(({ query }) => hasWindow(query));
  if (windows.length === 2) {
    return { indicator: { ratioQuery: queries }, source: total.source };
  }
  if (windows.length === 1) {
    const [without] = [part, total].filter(({ query }) => !hasWindow(query));
    without.field.report(
      'query_ambiguous',
      `does not contain ${WINDOW_PLACEHOLDER} although the other query does; write it in both, for example sum(increase(http_requests_total[${WINDOW_PLACEHOLDER}]))`,
    );
    return undefined;
  }
  if (ratio.get('counter').value !== true) {
    total.field.report(
      'query_ambiguous',
      `does not say over which time it counts; set counter: true when both queries are bare selectors of counters, or write ${WINDOW_PLACEHOLDER} in both`,
    );
    return undefined;
  }
  const complex = [part, total].filter(({ query }) =>
    isMoreThanSelector(query),
  );
  for (const { field } of complex) {
    field.report(
      'query_ambiguous',
      `is more than a bare selector and does not contain ${WINDOW_PLACEHOLDER}; write the selector alone, such as http_requests_total{service="checkout"}, or the whole count, such as sum(increase(http_requests_total[${WINDOW_PLACEHOLDER}]))`,
    );
  }
  return complex.length > 0
    ? undefined
    : { indicator: { ratio: queries }, source: total.source };
}

function nameOf({ source }: MetricQuery): string {
  return source.name === undefined
    ? 'the default Prometheus'
    : `the Prometheus ${quote(source.name)}`;
}
