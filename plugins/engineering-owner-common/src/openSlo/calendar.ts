import { DateTime, IANAZone } from 'luxon';

const shape = 'yyyy-MM-dd HH:mm:ss';

/** Whether a text is a date and time of day that exists, without a zone. */
export function isCalendarTime(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):\d\d:\d\d$/.test(value) &&
    DateTime.fromFormat(value, shape, { zone: 'utc' }).isValid
  );
}

/** Whether a text names a zone of the IANA database; offsets such as `+02:00` do not. */
export function isTimeZone(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(value) &&
    IANAZone.isValidZone(value)
  );
}
