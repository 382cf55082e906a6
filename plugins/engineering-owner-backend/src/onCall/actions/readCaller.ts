import { AuthService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { z } from 'zod';

/** Who a caller is to on-call accounts, or why nobody. */
export type Caller =
  | { known: true; email: string }
  | { known: false; reason: 'no_user' | 'no_email' };

const profile = z.object({
  spec: z.object({ profile: z.object({ email: z.email() }) }),
});

/**
 * The e-mail address of a caller's own User entity, read with the plugin's
 * credentials: a caller need not be able to read it.
 */
export async function readCaller(
  userEntityRef: string,
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
): Promise<Caller> {
  return callerOf(
    await catalog.getEntityByRef(userEntityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    }),
  );
}

/** Who the caller with this User entity is. */
export function callerOf(user: Entity | undefined): Caller {
  if (!user) {
    return { known: false, reason: 'no_user' };
  }
  const { data } = profile.safeParse(user);
  return data
    ? { known: true, email: data.spec.profile.email }
    : { known: false, reason: 'no_email' };
}
