import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import {
  calendarWindow,
  parseDuration,
  RollingWindow,
  SloWindow,
} from '@engineering-owner/backstage-plugin-common';
import { Duration } from 'luxon';
import { z } from 'zod';

const units = [
  { unit: 'd', seconds: 86400 },
  { unit: 'h', seconds: 3600 },
];
const shortest = 3600;
const longest = 400 * 86400;

const calendarSchema = z.strictObject({
  calendar: z.strictObject({
    duration: z.string(),
    startTime: z.string(),
    timeZone: z.string(),
  }),
});

/**
 * A window as written in app-config: rolling as `30d`, `{days: 30}` or `P30D`,
 * or `{calendar: {duration: 1M, startTime: '2026-01-01 00:00:00', timeZone:
 * Asia/Kolkata}}`.
 *
 * @throws InputError
 */
export function readWindow(value: JsonValue): SloWindow {
  if (!isObject(value) || !('calendar' in value)) {
    return readRollingWindow(value);
  }
  const parsed = calendarSchema.safeParse(value);
  if (!parsed.success) {
    throw new InputError(
      'a calendar window has duration, startTime and timeZone, each a text, and nothing else',
    );
  }
  return calendarWindow(parsed.data.calendar);
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A rolling window: `30d`, `{days: 30}` or `P30D`.
 *
 * @throws InputError
 */
export function readRollingWindow(value: JsonValue): RollingWindow {
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
