import { satisfies } from './labelMatcher';
import { Silence } from './model';

/**
 * The silences that put an entity in maintenance: all its alerts are told to
 * nobody now. That is so when every matcher concerns labels whose values the
 * entity fixes and is satisfied by them, and at least one of them is positive
 * and not satisfied by a label that is not there. `alertname!="Watchdog"` alone
 * puts nothing in maintenance, though it silences all but one alert.
 *
 * @param entityLabels - labels that all alerts of the entity have, with their values
 * @public
 */
export function maintenanceSilences(
  silences: readonly Silence[],
  entityLabels: Readonly<Record<string, string>>,
  now: Date,
): Silence[] {
  return covering(silences, entityLabels).filter(silence =>
    isInForce(silence, now),
  );
}

/**
 * The silences that will put an entity in maintenance, by the same rule, and
 * have not begun.
 *
 * @public
 */
export function plannedMaintenance(
  silences: readonly Silence[],
  entityLabels: Readonly<Record<string, string>>,
  now: Date,
): Silence[] {
  return covering(silences, entityLabels).filter(
    ({ startsAt, endsAt }) =>
      now.getTime() < Date.parse(startsAt) &&
      Date.parse(startsAt) < Date.parse(endsAt),
  );
}

/**
 * Whether a silence holds at a time. Its end is not part of it.
 *
 * @public
 */
export function isInForce(
  { startsAt, endsAt }: Pick<Silence, 'startsAt' | 'endsAt'>,
  now: Date,
): boolean {
  const time = now.getTime();
  return Date.parse(startsAt) <= time && time < Date.parse(endsAt);
}

function covering(
  silences: readonly Silence[],
  entityLabels: Readonly<Record<string, string>>,
): Silence[] {
  return silences.filter(({ matchers }) =>
    coversEntity(matchers, entityLabels),
  );
}

function coversEntity(
  matchers: Silence['matchers'],
  entityLabels: Readonly<Record<string, string>>,
): boolean {
  const concernEntity = matchers.every(
    matcher =>
      Object.hasOwn(entityLabels, matcher.name) &&
      satisfies(entityLabels, matcher),
  );
  return (
    concernEntity &&
    matchers.some(matcher => matcher.isEqual && !satisfies({}, matcher))
  );
}
