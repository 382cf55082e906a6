import { NotFoundError } from '@backstage/errors';
import { SloDefinition } from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { SloMember } from './matchTemplate';
import { SloReader } from './SloReader';

/**
 * The SLO of an entity with a name.
 *
 * @throws NotFoundError naming those there are
 */
export async function findDefined(
  slos: SloReader,
  wanted: Pick<EntityRequest, 'entity' | 'entityRef' | 'credentials'> & {
    slo: string;
  },
): Promise<SloMember & { definition: SloDefinition }> {
  const { entity, entityRef, credentials, slo } = wanted;
  const members = await slos.listMembers(entity, credentials);
  const member = members.find(({ name }) => name === slo);
  if (!member?.definition) {
    const names = members.map(({ name }) => name).join(', ') || 'none';
    throw new NotFoundError(
      `${entityRef} has no SLO "${slo}"; it has: ${names}`,
    );
  }
  return { ...member, definition: member.definition };
}
