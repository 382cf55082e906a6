import { checkDescription } from '../description';
import { Field } from '../Field';

export function checkAlertNotificationTargetSpec(spec: Field) {
  if (spec.hasFields('a mapping with target', ['description', 'target'])) {
    checkDescription(spec);
    spec.get('target').text('whom it notifies, for example slack');
  }
}
