import { Domain } from '../Domain';
import { SloAnswerOptions } from '../slos/getSlos';
import { readSpentBudgets } from '../slos/readSpentBudgets';
import { getHandover } from './getHandover';
import { OnCallAnswers } from './OnCallAnswers';

/** Answers hand-overs, which tell of incidents and of error budgets. */
export function createHandoverDomain(
  onCall: { answers: OnCallAnswers },
  slos: { answers: SloAnswerOptions },
): Domain {
  return {
    entityRoutes: [
      {
        method: 'get',
        path: '/on-call/handover',
        answer: request =>
          getHandover(request, onCall.answers, (ask, period) =>
            readSpentBudgets(ask, period, slos.answers),
          ),
      },
    ],
  };
}
