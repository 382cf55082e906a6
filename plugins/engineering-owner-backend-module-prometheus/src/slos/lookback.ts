import { byEntity } from './legs';

/** A time before now, as PromQL and in seconds. */
export interface Lookback {
  range: string;
  seconds: number;
}

/**
 * How far back an inspection looks: an hour is cheap and finds what lives; a
 * day when the hour was empty, so that a group whose source has just been
 * down is not taken for one that does not exist.
 */
export const lookbacks: Lookback[] = [
  { range: '1h', seconds: 3600 },
  { range: '1d', seconds: 86400 },
];

/** Entities of a group that were alive, as a vector by the entity label. */
export function aliveByEntity(
  selector: string,
  range: string,
  entityLabel: string,
): string {
  return byEntity(
    'count',
    `last_over_time(${selector}[${range}])`,
    entityLabel,
  );
}
