import { ResolvedRoles } from '@engineering-owner/backstage-plugin-common';

/** Entity refs of who is named in a role, each once. */
export function holderRefs({ primary, deputy }: ResolvedRoles): string[] {
  return [
    ...new Set(
      [primary, deputy].flatMap(role =>
        role.state === 'declared' ? [role.value] : [],
      ),
    ),
  ];
}
