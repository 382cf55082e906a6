import { Domain } from '../Domain';
import { getSlos, SloAnswerOptions } from '../slos/getSlos';
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
          getHandover(request, onCall.answers, async ask => {
            const response = await getSlos(ask, slos.answers);
            return response.slos.map(slo => ({
              slo: slo.title ?? slo.name,
              ...('budget' in slo &&
                slo.budget.known && {
                  remainingRatio: slo.budget.remainingRatio,
                }),
            }));
          }),
      },
    ],
  };
}
