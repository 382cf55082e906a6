import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { SloDefinition } from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { SloReader } from './SloReader';

/**
 * The SLO of an entity with a name.
 *
 * @throws NotFoundError naming those there are
 */
export async function findDefined(
  slos: SloReader,
  wanted: { entity: Entity; entityRef: string; slo: string },
): Promise<SloMember & { definition: SloDefinition }> {
  const { entity, entityRef, slo } = wanted;
  const members = await slos.listMembers(entity);
  const member = members.find(({ name }) => name === slo);
  if (!member?.definition) {
    const names = members.map(({ name }) => name).join(', ') || 'none';
    throw new NotFoundError(
      `${entityRef} has no SLO "${slo}"; it has: ${names}`,
    );
  }
  return { ...member, definition: member.definition };
}
