import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { readLine } from '../entities/readLine';
import { readVisible } from '../entities/readVisible';
import { CurrentEscalation } from './CurrentEscalation';
import { getOwnership, OwnershipOptions } from './getOwnership';
import { namedFields, namedRefs } from './namedRefs';

/** Ownership: who answers for an entity, and what is wrong with that. */
export function createOwnershipDomain(
  context: DomainContext,
  deps: { escalation: CurrentEscalation },
): Domain & { answers: OwnershipOptions } {
  const { catalog, entities, taskStatus } = context;
  const answers = { entities, taskStatus, escalation: deps.escalation };
  return {
    answers,
    entityRoutes: [
      {
        method: 'get',
        path: '/ownership',
        async answer(request) {
          const { credentials } = request;
          const line = await readLine(entities, request);
          const visible = await readVisible(catalog, namedRefs(line), {
            credentials,
            fields: namedFields,
          });
          return getOwnership(answers, { line, visible, credentials });
        },
      },
    ],
  };
}
