import {
  historySeconds,
  SloWhatIfResponse,
  whatIf,
  windowKey,
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
  const [record, hours] = await Promise.all([
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
  // A window that was the SLO's own before is in the store, and read no more:
  // only the ledger goes on with it.
  const key = windowKey(target.window);
  const plan = slos.planOf(member);
  const isRead = (window: string) =>
    window !== key || plan?.windows.some(each => each.window === key) === true;
  return {
    entityRef,
    slo,
    ...whatIf({
      definition,
      ...target,
      readings: record.readings.filter(({ window }) => isRead(window)),
      hours,
      now,
      alerting: alerting.of(definition),
      evaluationDelaySeconds: plan?.source.evaluationDelaySeconds,
    }),
  };
}
