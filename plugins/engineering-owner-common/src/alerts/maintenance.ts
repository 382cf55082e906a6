import { satisfies } from './labelMatcher';
import { Silence } from './model';

/**
 * Labels that all alerts of an entity have, whichever they are.
 *
 * @public
 */
export interface EntityLabels {
  /** The label that names it, and its name: alerts may write that in any case. */
  name: { label: string; value: string };
  /** Others, with their values. */
  fixed: Readonly<Record<string, string>>;
}

/**
 * The silences that put an entity in maintenance: all its alerts are told to
 * nobody now. That is so when every matcher concerns labels whose values the
 * entity fixes and is satisfied by them, and at least one of them is positive
 * and not satisfied by a label that is not there. `alertname!="Watchdog"` alone
 * puts nothing in maintenance, though it silences all but one alert.
 *
 * @public
 */
export function maintenanceSilences(
  silences: readonly Silence[],
  entity: EntityLabels,
  now: Date,
): Silence[] {
  return covering(silences, entity).filter(silence => isInForce(silence, now));
}

/**
 * The silences that will put an entity in maintenance, by the same rule, and
 * have not begun.
 *
 * @public
 */
export function plannedMaintenance(
  silences: readonly Silence[],
  entity: EntityLabels,
  now: Date,
): Silence[] {
  return covering(silences, entity).filter(
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
  entity: EntityLabels,
): Silence[] {
  return silences.filter(({ matchers }) => coversEntity(matchers, entity));
}

function coversEntity(
  matchers: Silence['matchers'],
  entity: EntityLabels,
): boolean {
  const concernEntity = matchers.every(matcher =>
    matcher.name === entity.name.label
      ? satisfies({ [matcher.name]: entity.name.value }, matcher, 'any_case')
      : Object.hasOwn(entity.fixed, matcher.name) &&
        satisfies(entity.fixed, matcher),
  );
  return (
    concernEntity &&
    matchers.some(matcher => matcher.isEqual && !satisfies({}, matcher))
  );
}
