import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/**
 * Whether a runbook's `owner` is one of those who answer for the entity. A bare
 * name is compared by name alone, since front matter knows no namespace. What
 * is no reference, such as a chat channel, is `unclear`.
 *
 * @param owners - entity refs; empty: not known
 */
export function compareOwner(
  owner: string,
  owners: readonly string[],
): 'same' | 'other' | 'unclear' {
  const text = owner.toLocaleLowerCase('en-US');
  if (
    owners.length === 0 ||
    !/^([a-z]+:)?([a-z0-9-]+\/)?[a-z0-9][a-z0-9._-]*$/.test(text)
  ) {
    return 'unclear';
  }
  const qualified = /[:/]/.test(text);
  const same = owners.some(ref =>
    qualified
      ? candidates(text).includes(ref)
      : parseEntityRef(ref).name.toLocaleLowerCase('en-US') === text,
  );
  return same ? 'same' : 'other';
}

function candidates(text: string): string[] {
  return ['group', 'user'].map(defaultKind =>
    stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace: 'default' }),
    ),
  );
}
