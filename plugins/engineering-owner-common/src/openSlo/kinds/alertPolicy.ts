import { checkDescription } from '../description';
import { Field } from '../Field';
import { checkInlineOrRef } from '../inlineOrRef';
import { checkAlertConditionSpec } from './alertCondition';
import { checkAlertNotificationTargetSpec } from './alertNotificationTarget';

const switches = ['alertWhenNoData', 'alertWhenResolved', 'alertWhenBreaching'];

export function checkAlertPolicySpec(spec: Field) {
  if (
    !spec.hasFields('a mapping with conditions and notificationTargets', [
      'description',
      ...switches,
      'conditions',
      'notificationTargets',
    ])
  ) {
    return;
  }
  checkDescription(spec);
  for (const key of switches) {
    spec.get(key).boolean('true or false');
  }
  const conditions = spec.get('conditions');
  const [condition, ...more] = conditions.items() ?? [];
  if (!condition || more.length > 0) {
    conditions.expected('a list of exactly one condition');
  } else {
    checkInlineOrRef(condition, {
      refKey: 'conditionRef',
      kind: 'AlertCondition',
      checkSpec: checkAlertConditionSpec,
    });
  }
  const targets = spec.get('notificationTargets');
  const items = targets.items() ?? [];
  if (items.length === 0) {
    targets.expected('a list of at least one target');
  }
  for (const target of items) {
    checkInlineOrRef(target, {
      refKey: 'targetRef',
      kind: 'AlertNotificationTarget',
      checkSpec: checkAlertNotificationTargetSpec,
    });
  }
}
