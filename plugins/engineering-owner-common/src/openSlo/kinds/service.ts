import { checkDescription } from '../description';
import { Field } from '../Field';

export function checkServiceSpec(spec: Field) {
  if (spec.exists && spec.hasFields('a mapping', ['description'])) {
    checkDescription(spec);
  }
}
