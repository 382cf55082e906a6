import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  parseDuration,
  SloWindow,
} from '@engineering-owner/backstage-plugin-common';
import { Duration } from 'luxon';

const units = [
  { unit: 'd', seconds: 86400 },
  { unit: 'h', seconds: 3600 },
];
const shortest = 3600;
const longest = 400 * 86400;

/**
 * A rolling window as written in app-config: `30d`, `{days: 30}` or `P30D`.
 *
 * @throws InputError
 */
export function readWindow(value: JsonValue): SloWindow {
  const seconds = secondsOf(value);
  if (seconds < shortest || seconds > longest || seconds % shortest !== 0) {
    throw new InputError(
      'a window is a whole number of hours, from 1h to 400d',
    );
  }
  const { unit, seconds: length } =
    units.find(each => seconds % each.seconds === 0) ?? units[1];
  return { type: 'rolling', duration: `${seconds / length}${unit}`, seconds };
}

function secondsOf(value: JsonValue): number {
  if (typeof value === 'string' && /^(\d+[smhdw])+$/.test(value)) {
    return parseDuration(value);
  }
  const duration = readDurationFromConfig(new ConfigReader({ window: value }), {
    key: 'window',
  });
  if (duration.months || duration.years) {
    throw new InputError('months and years differ in length; write days');
  }
  return Duration.fromObject(duration).as('seconds');
}
