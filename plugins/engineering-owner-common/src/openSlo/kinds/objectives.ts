import { exactlyOneOf } from '../exclusive';
import { durationShape, parseOpenSloDuration } from '../duration';
import { Field } from '../Field';
import { operators } from '../operators';
import { checkIndicator } from './indicator';
import { MetricKind } from './sli';

const fields = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
  'indicator',
  'indicatorRef',
  'compositeWeight',
];

/** What the rules of an objective depend on. */
export interface ObjectiveContext {
  budgetingMethod: unknown;
  /** The objectives bring indicators of their own. */
  composite: boolean;
  /** How the indicator at the SLO, or at the objective, is measured. */
  metricOf: (owner: Field) => MetricKind;
  spec: Field;
}

export function checkObjective(objective: Field, context: ObjectiveContext) {
  if (!objective.hasFields('a mapping with target', fields)) {
    return;
  }
  objective.get('displayName').text('a text', { optional: true });
  checkTarget(objective);
  checkTimeSlices(objective, context.budgetingMethod);
  if (context.composite) {
    checkIndicator(objective);
  }
  const weight = objective.get('compositeWeight');
  if (weight.exists && !context.composite) {
    weight.report(
      'values_exclusive',
      'is only of composite SLOs, whose objectives have indicators of their own',
    );
  } else if (weight.exists) {
    weight.number('a number above 0', value => value > 0);
  }
  checkComparison(
    objective,
    context.metricOf(context.composite ? objective : context.spec),
  );
}

function checkTarget(objective: Field) {
  const target = exactlyOneOf(objective, ['target', 'targetPercent']);
  if (target?.path.at(-1) === 'target') {
    target.number(
      'a fraction from 0 up to, but not including, 1, for example 0.999',
      value => value >= 0 && value < 1,
    );
  } else {
    target?.number(
      'a percentage from 0 up to, but not including, 100, for example 99.9',
      value => value >= 0 && value < 100,
    );
  }
}

function checkTimeSlices(objective: Field, method: unknown) {
  const target = objective.get('timeSliceTarget');
  if (target.exists || method === 'Timeslices') {
    target.number(
      'a fraction above 0 and at most 1, the share of good events that makes a slice good',
      value => value > 0 && value <= 1,
    );
  }
  const window = objective.get('timeSliceWindow');
  if (
    !window.exists &&
    method !== 'Timeslices' &&
    method !== 'RatioTimeslices'
  ) {
    return;
  }
  const { value } = window;
  const seconds =
    typeof value === 'number' ? value * 60 : parseOpenSloDuration(value);
  if (!seconds || !(seconds > 0) || !Number.isFinite(seconds)) {
    window.expected(`a number of minutes, or ${durationShape}`);
  }
}

/** `op` and `value` belong to threshold metrics and to nothing else. */
function checkComparison(objective: Field, metric: MetricKind) {
  const op = objective.get('op');
  const value = objective.get('value');
  if (metric === 'ratio') {
    for (const field of [op, value].filter(each => each.exists)) {
      field.report(
        'values_exclusive',
        'is only of threshold metrics; a ratio metric has good and bad events already, leave it out',
      );
    }
    return;
  }
  if (metric === 'threshold' || op.exists) {
    op.oneOf(operators);
  }
  if (metric === 'threshold' || value.exists) {
    value.number('the number that the metric is compared with');
  }
}
