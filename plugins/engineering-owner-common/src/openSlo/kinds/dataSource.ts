import { checkDescription } from '../description';
import { Field } from '../Field';

export function checkDataSourceSpec(spec: Field) {
  if (
    spec.hasFields('a mapping with type and connectionDetails', [
      'description',
      'type',
      'connectionDetails',
    ])
  ) {
    checkDescription(spec);
    spec.get('type').text('the type of the source, for example Prometheus');
    if (!spec.get('connectionDetails').exists) {
      spec.get('connectionDetails').expected('what a connection needs');
    }
  }
}
