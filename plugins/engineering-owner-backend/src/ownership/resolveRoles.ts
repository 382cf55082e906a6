import {
  inheritRoles,
  parseRoles,
  ResolvedRoles,
} from '@engineering-owner/backstage-plugin-common';
import { EntityLine } from '../entities/readLine';

/** The roles that hold for an entity, inherited ones included. */
export function resolveRoles({ entity, ancestors }: EntityLine): ResolvedRoles {
  return inheritRoles(
    parseRoles(entity),
    ancestors.map(ancestor => parseRoles(ancestor.entity)),
  );
}
