import { budgetRatio } from './burnRate';
import { soundCounts } from './eventCounts';
import { EventCounts } from './model';

/**
 * The share of the error budget that a stretch of time spent, for example an
 * incident: bad(stretch) / (b x total(W)). Undefined while either is not known,
 * or while the window had no events.
 *
 * @param stretch - events of the stretch
 * @param window - events of the SLO's own window
 * @param objective - fraction
 * @public
 */
export function incidentShare(
  stretch: EventCounts | undefined,
  window: EventCounts | undefined,
  objective: number,
): number | undefined {
  const spent = soundCounts(stretch);
  const allowed = budgetRatio(objective) * (soundCounts(window)?.total ?? 0);
  const share = spent && allowed > 0 ? spent.bad / allowed : NaN;
  return Number.isFinite(share) ? share : undefined;
}
