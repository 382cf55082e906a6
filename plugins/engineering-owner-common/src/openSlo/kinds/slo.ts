import { checkDescription } from '../description';
import { Field } from '../Field';
import { checkInlineOrRef } from '../inlineOrRef';
import { checkAlertPolicySpec } from './alertPolicy';
import { checkIndicator, indicatorKeys } from './indicator';
import { checkObjective } from './objectives';
import { MetricKind, metricKindOf } from './sli';
import { checkTimeWindow } from './timeWindow';

const fields = [
  'description',
  'service',
  ...indicatorKeys,
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];

const budgetingMethods = [
  'Occurrences',
  'Timeslices',
  'RatioTimeslices',
] as const;

/** @param metricOfSli - how an SLI among the documents is measured, by its name */
export function checkSloSpec(
  spec: Field,
  metricOfSli: (name: string) => MetricKind,
) {
  if (!spec.hasFields('a mapping with service and objectives', fields)) {
    return;
  }
  checkDescription(spec);
  spec.get('service').text('the name of the service it is about');
  spec.get('budgetingMethod').oneOf(budgetingMethods);
  checkTimeWindow(spec.get('timeWindow'));
  checkObjectives(spec, metricOfSli);
  checkAlertPolicies(spec.get('alertPolicies'));
}

function checkObjectives(
  spec: Field,
  metricOfSli: (name: string) => MetricKind,
) {
  const objectives = spec.get('objectives');
  const items = objectives.items() ?? [];
  if (items.length === 0) {
    objectives.expected('a list of at least one objective');
  }
  const hasIndicator = (owner: Field) =>
    indicatorKeys.some(key => owner.get(key).exists);
  const ofObjectives = items.find(hasIndicator);
  if (!ofObjectives) {
    checkIndicator(spec);
  } else if (hasIndicator(spec)) {
    ofObjectives.report(
      'values_exclusive',
      'has an indicator of its own beside the one of the SLO; expected one for the SLO, or one for each objective',
    );
    checkIndicator(spec);
  }
  const metricOf = (owner: Field): MetricKind => {
    const ref = owner.get('indicatorRef').value;
    return typeof ref === 'string'
      ? metricOfSli(ref)
      : metricKindOf(owner.get('indicator').get('spec'));
  };
  for (const objective of items) {
    checkObjective(objective, {
      budgetingMethod: spec.get('budgetingMethod').value,
      composite: ofObjectives !== undefined && !hasIndicator(spec),
      metricOf,
      spec,
    });
  }
  if (!ofObjectives && items.length > 1 && metricOf(spec) === 'threshold') {
    items[1].report(
      'values_exclusive',
      'is the second objective of a threshold metric; only one is allowed',
    );
  }
}

function checkAlertPolicies(alertPolicies: Field) {
  const items = alertPolicies.items();
  if (alertPolicies.exists && !items) {
    alertPolicies.expected('a list of alert policies');
  }
  for (const item of items ?? []) {
    checkInlineOrRef(item, {
      refKey: 'alertPolicyRef',
      kind: 'AlertPolicy',
      checkSpec: checkAlertPolicySpec,
    });
  }
}
