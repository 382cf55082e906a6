import { Entity } from '@backstage/catalog-model';
import { z } from 'zod';

const text = z.string().min(1).optional().catch(undefined);

const profileSchema = z
  .object({ displayName: text, email: text, picture: text })
  .catch({});

/** How a User or Group presents itself. */
export interface Profile {
  displayName?: string;
  email?: string;
  /** http(s) or an embedded image. */
  picture?: string;
}

/** Reads `spec.profile`; a title stands in for a missing name. */
export function readProfile(entity: Entity): Profile {
  const { displayName, email, picture } = profileSchema.parse(
    entity.spec?.profile ?? {},
  );
  const name = displayName ?? entity.metadata.title;
  return {
    ...(name && { displayName: name }),
    ...(email && { email }),
    ...(picture && isPicture(picture) && { picture }),
  };
}

function isPicture(address: string): boolean {
  return /^https?:\/\//i.test(address) || /^data:image\/[a-z]+;/i.test(address);
}
