import {
  historySeconds,
  SloWhatIfResponse,
  whatIf,
} from '@engineering-owner/backstage-plugin-common';
import { EntityRequest } from '../router/EntityRoute';
import { SloAnswerOptions } from './getSlos';
import { findDefined } from './findDefined';
import { readWhatIfQuery } from './whatIfQuery';

/**
 * `GET …/slos/{slo}/what-if`: the ledger's events judged by another target or
 * window. Asks no source.
 */
export async function getWhatIf(
  { entity, entityRef, credentials, request }: EntityRequest,
  { clock, alerting, slos }: SloAnswerOptions,
): Promise<SloWhatIfResponse> {
  const { slo } = request.params;
  const member = await findDefined(slos, {
    entity,
    entityRef,
    credentials,
    slo,
  });
  const { definition } = member;
  const now = clock();
  const target = readWhatIfQuery(request.query, definition);
  const [{ readings }, hours] = await Promise.all([
    slos.read(member),
    slos.readHours(
      member,
      {
        // What the figures lag behind the clock is still inside the window.
        from: new Date(
          now.getTime() - (historySeconds(target.window) + 7200) * 1000,
        ),
        to: now,
      },
      { scaled: true },
    ),
  ]);
  return {
    entityRef,
    slo,
    ...whatIf({
      definition,
      ...target,
      readings,
      hours,
      now,
      alerting: alerting.of(definition),
      evaluationDelaySeconds:
        slos.planOf(member)?.source.evaluationDelaySeconds,
    }),
  };
}
