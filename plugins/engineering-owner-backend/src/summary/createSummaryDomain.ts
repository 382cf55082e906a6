import { Domain } from '../Domain';
import { DomainContext } from '../DomainContext';
import { readLine } from '../entities/readLine';
import { readVisible } from '../entities/readVisible';
import { getOnCall } from '../onCall/getOnCall';
import { OnCallAnswers } from '../onCall/OnCallAnswers';
import { getOwnership, OwnershipOptions } from '../ownership/getOwnership';
import { namedFields, namedRefs } from '../ownership/namedRefs';
import { getRunbooks, RunbooksOptions } from '../runbooks/getRunbooks';
import { getSlos, SloAnswerOptions } from '../slos/getSlos';
import { summarise } from './summarise';

/** One answer for all overview cards of an entity, put together from the domains' own. */
export function createSummaryDomain(
  context: DomainContext,
  domains: {
    ownership: { answers: OwnershipOptions };
    onCall: { answers: OnCallAnswers };
    runbooks: { answers: RunbooksOptions };
    slos: { answers: SloAnswerOptions };
  },
): Domain {
  const { catalog, clock, entities } = context;
  return {
    entityRoutes: [
      {
        method: 'get',
        path: '/summary',
        async answer(request) {
          const { credentials } = request;
          const line = await readLine(entities, request);
          const visible = await readVisible(catalog, namedRefs(line), {
            credentials,
            fields: namedFields,
          });
          const [ownership, onCall, runbooks, slos] = await Promise.all([
            getOwnership(domains.ownership.answers, {
              line,
              visible,
              credentials,
            }),
            getOnCall(request, domains.onCall.answers, 'now'),
            getRunbooks(domains.runbooks.answers, {
              line,
              mayRead: ref => visible.has(ref),
              withContent: false,
            }),
            getSlos(request, domains.slos.answers),
          ]);
          return summarise({ ownership, onCall, runbooks, slos }, clock());
        },
      },
    ],
  };
}
