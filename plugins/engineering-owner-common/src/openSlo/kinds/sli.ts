import { checkDescription } from '../description';
import { exactlyOneOf } from '../exclusive';
import { Field } from '../Field';
import { checkName } from '../names';

/** How an indicator is measured; undefined where it is not clear. */
export type MetricKind = 'threshold' | 'ratio' | undefined;

const parts = ['good', 'bad', 'total'];

export function checkSliSpec(spec: Field) {
  const fields = ['description', 'thresholdMetric', 'ratioMetric'];
  if (
    !spec.hasFields('a mapping with ratioMetric or thresholdMetric', fields)
  ) {
    return;
  }
  checkDescription(spec);
  exactlyOneOf(spec, ['thresholdMetric', 'ratioMetric']);
  if (spec.get('thresholdMetric').exists) {
    checkMetric(spec.get('thresholdMetric'));
  }
  if (spec.get('ratioMetric').exists) {
    checkRatio(spec.get('ratioMetric'));
  }
}

/** Of the spec of an indicator. */
export function metricKindOf(spec: Field): MetricKind {
  const threshold = spec.get('thresholdMetric').exists;
  if (threshold === spec.get('ratioMetric').exists) {
    return undefined;
  }
  return threshold ? 'threshold' : 'ratio';
}

function checkRatio(ratio: Field) {
  const fields = ['counter', ...parts, 'raw', 'rawType'];
  if (!ratio.hasFields('a mapping with good or bad, and total', fields)) {
    return;
  }
  ratio.get('counter').boolean('true for a counter of events, else false');
  const { raw, rawType } = {
    raw: ratio.get('raw'),
    rawType: ratio.get('rawType'),
  };
  for (const metric of [...parts.map(part => ratio.get(part)), raw]) {
    if (metric.exists) {
      checkMetric(metric);
    }
  }
  if (raw.exists) {
    rawType.oneOf(['success', 'failure']);
    for (const part of parts.map(key => ratio.get(key))) {
      if (part.exists) {
        part.report(
          'values_exclusive',
          'stands beside raw, which is the whole ratio; expected either raw with rawType, or good or bad, and total',
        );
      }
    }
    return;
  }
  if (rawType.exists) {
    rawType.report(
      'values_exclusive',
      'stands without raw; whether good or bad is given says what the ratio means',
    );
  }
  exactlyOneOf(ratio, ['good', 'bad']);
  if (!ratio.get('total').exists) {
    ratio.get('total').expected('the metric of all events');
  }
}

function checkMetric(metric: Field) {
  if (!metric.hasFields('a mapping with metricSource', ['metricSource'])) {
    return;
  }
  const source = metric.get('metricSource');
  const fields = ['metricSourceRef', 'type', 'spec'];
  if (!source.hasFields('a mapping with type and spec', fields)) {
    return;
  }
  const ref = source.get('metricSourceRef');
  if (ref.exists) {
    checkName(ref);
  }
  source
    .get('type')
    .text(
      'the type of the source, for example Prometheus, or a metricSourceRef',
      {
        optional: ref.exists,
      },
    );
  const spec = source.get('spec');
  if (!spec.isMapping() || spec.entries().length === 0) {
    spec.expected('a mapping with what the source needs, for example query');
  }
}
