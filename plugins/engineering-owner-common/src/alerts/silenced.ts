import { SourceRef } from '../onCall/model';
import { AlertSilence, AlertStatus, EntityMaintenance } from './model';

/**
 * Firing alerts that nobody is told of, since they are silenced, inhibited or
 * muted.
 *
 * @public
 */
export interface SilencedAlerts {
  count: number;
  /**
   * The silence after which the first of them is told of again. Absent: no end
   * is known of any.
   */
  first?: AlertSilence & { endsAt: string };
}

/**
 * Whether an alert fires and somebody is told of it, or is not known not to be.
 *
 * @public
 */
export function firesAloud({
  state,
  suppression,
}: Pick<AlertStatus, 'state' | 'suppression'>): boolean {
  return state === 'firing' && suppression === undefined;
}

/**
 * @public
 */
export function silencedAlerts(
  alerts: ReadonlyArray<Pick<AlertStatus, 'state' | 'suppression'>>,
): SilencedAlerts {
  const reasons = alerts.flatMap(({ state, suppression }) =>
    state === 'firing' && suppression ? [suppression] : [],
  );
  const [first] = reasons
    .flatMap(({ silencedBy, until }) =>
      silencedBy.flatMap(({ endsAt, ...silence }) =>
        endsAt !== undefined && endsAt === until
          ? [{ ...silence, endsAt }]
          : [],
      ),
    )
    .sort(byEnd);
  return { count: reasons.length, ...(first && { first }) };
}

/**
 * What holds at a time of the maintenance that an answer has, which may be a
 * while old.
 *
 * @public
 */
export interface MaintenanceNow {
  /** Until nobody tells people that does not now, ISO 8601. */
  until: string;
  /** Those that tell people all the same. None: the entity is in maintenance as a whole. */
  elsewhere: SourceRef[];
}

/**
 * Whether all alerts of an entity are silenced at a time, by whom they are not,
 * and until when that stays so. Silences of several Alertmanagers add up; each
 * silences only what it tells people itself.
 *
 * @public
 */
export function maintenanceAt(
  maintenance: readonly EntityMaintenance[] | undefined,
  now: Date,
): MaintenanceNow | undefined {
  const inForce = (maintenance ?? [])
    .filter(({ endsAt }) => now.getTime() < Date.parse(endsAt))
    .sort(byEnd);
  const elsewhere = heldByNone(inForce);
  // As they end, one after the other, more tell people again.
  const [ending] = inForce.filter((_, index) => {
    const left = inForce.slice(index + 1);
    return left.length === 0 || heldByNone(left).length > elsewhere.length;
  });
  return ending && { until: ending.endsAt, elsewhere };
}

/** Those that hold none of some silences. */
function heldByNone([first, ...others]: EntityMaintenance[]): SourceRef[] {
  return (first?.elsewhere ?? []).filter(source =>
    others.every(({ elsewhere = [] }) =>
      elsewhere.some(
        ({ type, name }) => type === source.type && name === source.name,
      ),
    ),
  );
}

function byEnd(a: { endsAt: string }, b: { endsAt: string }): number {
  return Date.parse(a.endsAt) - Date.parse(b.endsAt);
}
