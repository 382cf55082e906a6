import {
  escalationLevels,
  SectionStatus,
} from '@engineering-owner/backstage-plugin-common';
import { readVisible } from '../entities/readVisible';
import { CurrentEscalation } from '../ownership/CurrentEscalation';
import { findServices } from './findServices';
import { OnCallAnswers } from './OnCallAnswers';
import { People } from './People';
import { peopleOfPolicy, readPolicies } from './readPolicies';
import { readSections } from './readSections';

/** Tells the Owner tab who is called at each level now. */
export function createCurrentEscalation(
  answers: OnCallAnswers,
): CurrentEscalation {
  return {
    async read(line, { credentials }) {
      const now = answers.clock();
      const { services } = await findServices(line, answers);
      const { policies } = await readPolicies(services, { ...answers, now });
      const { escalation } = await readSections(services, { ...answers, now });
      // Of an entity without a service nothing is read that could be old.
      const section: SectionStatus =
        services.length === 0 && escalation.state !== 'not_configured'
          ? { state: 'ok' }
          : escalation;
      const known = policies.filter(({ shifts }) => shifts !== undefined);
      if (known.length === 0) {
        return { section, levels: [] };
      }
      const wanted = known.flatMap(peopleOfPolicy);
      const people = await People.read(wanted, answers);
      const visible = await readVisible(answers.catalog, people.entityRefs, {
        credentials,
        fields: [],
      });
      return {
        section,
        everybody: people.identities(wanted),
        levels: known.flatMap(({ source, policy, shifts }) =>
          shifts
            ? {
                policy: {
                  id: policy.id,
                  name: policy.name,
                  ...(policy.url && { url: policy.url }),
                },
                levels: escalationLevels({
                  policy,
                  ...shifts,
                  now,
                  person: responderId =>
                    people.describe({ source, responderId }, ref =>
                      visible.has(ref),
                    ),
                }).map(({ level, onCall }) => ({
                  level,
                  people: onCall.map(turn => turn.person),
                })),
              }
            : [],
        ),
      };
    },
  };
}
