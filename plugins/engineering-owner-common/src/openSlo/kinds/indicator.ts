import { exactlyOneOf } from '../exclusive';
import { Field } from '../Field';
import { checkMetadata } from '../metadata';
import { checkName } from '../names';
import { checkSliSpec } from './sli';

export const indicatorKeys = ['indicator', 'indicatorRef'] as const;

/** The indicator of an SLO or of an objective, inline or by name. */
export function checkIndicator(owner: Field) {
  exactlyOneOf(owner, indicatorKeys);
  const indicator = owner.get('indicator');
  const ref = owner.get('indicatorRef');
  if (ref.exists) {
    checkName(ref);
  }
  if (
    indicator.exists &&
    indicator.hasFields('a mapping with metadata and spec', [
      'metadata',
      'spec',
    ])
  ) {
    checkMetadata(indicator.get('metadata'));
    checkSliSpec(indicator.get('spec'));
  }
}
