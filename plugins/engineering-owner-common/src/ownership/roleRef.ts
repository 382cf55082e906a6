import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** What a role annotation's value refers to. */
export type RoleRef =
  | { state: 'ok'; entityRef: string }
  | { state: 'not_a_ref' }
  | { state: 'wrong_kind'; kind: string };

/**
 * Reads the value of a role annotation. A bare name is a User of the
 * namespace of the entity that carries the annotation. Names and namespaces
 * have to be ones the catalog accepts, so an e-mail address or a list of
 * people is refused rather than turned into a relation to nowhere.
 */
export function parseRoleRef(text: string, namespace: string): RoleRef {
  let ref;
  try {
    ref = parseEntityRef(text, {
      defaultKind: 'user',
      defaultNamespace: namespace,
    });
  } catch {
    return { state: 'not_a_ref' };
  }
  const valid =
    KubernetesValidatorFunctions.isValidKind(ref.kind) &&
    KubernetesValidatorFunctions.isValidNamespace(
      ref.namespace.toLocaleLowerCase('en-US'),
    ) &&
    KubernetesValidatorFunctions.isValidObjectName(ref.name);
  if (!valid) {
    return { state: 'not_a_ref' };
  }
  const kind = ref.kind.toLocaleLowerCase('en-US');
  return kind === 'user' || kind === 'group'
    ? { state: 'ok', entityRef: stringifyEntityRef(ref) }
    : { state: 'wrong_kind', kind: ref.kind };
}
