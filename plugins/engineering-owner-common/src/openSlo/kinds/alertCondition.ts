import { checkDescription } from '../description';
import { durationShape, parseOpenSloDuration } from '../duration';
import { Field } from '../Field';
import { operators } from '../operators';

export function checkAlertConditionSpec(spec: Field) {
  if (
    !spec.hasFields('a mapping with severity and condition', [
      'description',
      'severity',
      'condition',
    ])
  ) {
    return;
  }
  checkDescription(spec);
  spec.get('severity').text('a severity, for example page');
  const condition = spec.get('condition');
  if (
    !condition.hasFields('a mapping with kind burnrate', [
      'kind',
      'op',
      'threshold',
      'lookbackWindow',
      'alertAfter',
    ])
  ) {
    return;
  }
  condition.get('kind').oneOf(['burnrate'], { optional: true });
  condition.get('op').oneOf(operators);
  condition.get('threshold').number('a number, for example 14.4');
  if (!parseOpenSloDuration(condition.get('lookbackWindow').value)) {
    condition.get('lookbackWindow').expected(durationShape);
  }
  const alertAfter = condition.get('alertAfter');
  if (
    alertAfter.exists &&
    parseOpenSloDuration(alertAfter.value) === undefined
  ) {
    alertAfter.expected(durationShape);
  }
}
