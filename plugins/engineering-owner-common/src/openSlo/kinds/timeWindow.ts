import { isCalendarTime, isTimeZone } from '../calendar';
import { durationShape, parseOpenSloDuration } from '../duration';
import { Field } from '../Field';

/** `spec.timeWindow`: a list of exactly one window. */
export function checkTimeWindow(timeWindow: Field) {
  const [window, ...more] = timeWindow.items() ?? [];
  if (!window || more.length > 0) {
    timeWindow.expected(
      'a list of exactly one window, for example - {duration: 4w, isRolling: true}',
    );
    return;
  }
  const fields = ['duration', 'isRolling', 'calendar'];
  if (!window.hasFields('a mapping with duration and isRolling', fields)) {
    return;
  }
  checkDuration(window);
  checkKind(window);
}

function checkDuration(window: Field) {
  const duration = window.get('duration');
  const seconds = parseOpenSloDuration(duration.value);
  if (!seconds) {
    duration.expected(durationShape);
  } else if (/^\d+m$/.test(String(duration.value)) && seconds < 3_600) {
    const number = String(duration.value).slice(0, -1);
    duration.warn(
      'duration_doubtful',
      `is ${number} ${
        number === '1' ? 'minute' : 'minutes'
      }; months are written with a capital letter, ${number}M`,
    );
  }
}

function checkKind(window: Field) {
  const isRolling = window.get('isRolling');
  const calendar = window.get('calendar');
  if (isRolling.exists && typeof isRolling.value !== 'boolean') {
    isRolling.expected('true or false');
    return;
  }
  if (isRolling.value === true) {
    if (calendar.exists) {
      calendar.report(
        'values_exclusive',
        'stands beside isRolling: true; a rolling window has no calendar',
      );
    }
    return;
  }
  if (!calendar.exists) {
    if (isRolling.exists) {
      calendar.expected('startTime and timeZone, since isRolling is false');
    } else {
      isRolling.expected('true, or a calendar');
    }
    return;
  }
  if (
    !calendar.hasFields('a mapping with startTime and timeZone', [
      'startTime',
      'timeZone',
    ])
  ) {
    return;
  }
  if (!isCalendarTime(calendar.get('startTime').value)) {
    calendar
      .get('startTime')
      .expected('a date and time of day, YYYY-MM-DD hh:mm:ss, without a zone');
  }
  if (!isTimeZone(calendar.get('timeZone').value)) {
    calendar
      .get('timeZone')
      .expected('the IANA name of a time zone, for example Europe/Berlin');
  }
}
