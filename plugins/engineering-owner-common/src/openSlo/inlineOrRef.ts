import { Field } from './Field';
import { OpenSloKind } from './model';
import { checkMetadata } from './metadata';
import { checkNameOrPath } from './names';

/** An alerting object that stands inline or is referred to by name or path. */
export function checkInlineOrRef(
  item: Field,
  options: {
    refKey: string;
    kind: OpenSloKind;
    checkSpec: (spec: Field) => void;
  },
) {
  const { refKey, kind, checkSpec } = options;
  const what = `${refKey}, or kind ${kind} with metadata and spec`;
  if (!item.hasFields(what, [refKey, 'kind', 'metadata', 'spec'])) {
    return;
  }
  const ref = item.get(refKey);
  const inline = ['kind', 'metadata', 'spec'].filter(
    key => item.get(key).exists,
  );
  if (ref.exists && inline.length > 0) {
    ref.report(
      'values_exclusive',
      `stands beside ${inline.join(', ')}; expected ${what}`,
    );
    return;
  }
  if (inline.length === 0) {
    checkNameOrPath(ref);
    return;
  }
  if (item.get('kind').value !== kind) {
    item.get('kind').expected(kind);
  }
  checkMetadata(item.get('metadata'));
  checkSpec(item.get('spec'));
}
