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
    // Another reason keeps it quiet after its silence, for who knows how long.
    .filter(({ inhibited, mutedBy }) => !inhibited && mutedBy.length === 0)
    .flatMap(({ silencedBy }) => lastOf(silencedBy) ?? [])
    .sort(byEnd);
  return { count: reasons.length, ...(first && { first }) };
}

/**
 * The maintenance that holds longest of those that hold at a time, of those an
 * answer has; it may be a while old.
 *
 * @public
 */
export function maintenanceAt(
  maintenance: readonly EntityMaintenance[] | undefined,
  now: Date,
): EntityMaintenance | undefined {
  return maintenance
    ?.filter(({ endsAt }) => now.getTime() < Date.parse(endsAt))
    .sort(byEnd)
    .at(-1);
}

/** Absent: the end of one is not known. */
function lastOf(
  silences: AlertSilence[],
): (AlertSilence & { endsAt: string }) | undefined {
  const ending = silences.flatMap(({ endsAt, ...silence }) =>
    endsAt === undefined ? [] : [{ ...silence, endsAt }],
  );
  return ending.length === silences.length
    ? ending.sort(byEnd).at(-1)
    : undefined;
}

function byEnd(a: { endsAt: string }, b: { endsAt: string }): number {
  return Date.parse(a.endsAt) - Date.parse(b.endsAt);
}
