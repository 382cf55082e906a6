import { parseCalendarDuration } from '../../slos/calendarWindow';
import { SloWindow } from '../../slos/model';
import { parseOpenSloDuration } from '../duration';
import { Field } from '../Field';

const HOUR = 3_600;
const DAY = 86_400;
const longest = 400 * DAY;

/** The window of an SLO that keeps the rules; undefined and reported where it cannot be read. */
export function readOpenSloWindow(spec: Field): SloWindow | undefined {
  const [window] = spec.get('timeWindow').items() ?? [];
  const duration = window?.get('duration');
  const seconds = parseOpenSloDuration(duration?.value);
  if (!window || !duration || !seconds) {
    return undefined;
  }
  if (seconds < HOUR || seconds > longest || seconds % HOUR !== 0) {
    duration.report(
      'not_supported',
      `is ${JSON.stringify(
        duration.value,
      )}; windows are whole hours from 1h to 400d (m is minutes, M is months)`,
    );
    return undefined;
  }
  const calendar = window.get('calendar');
  const startTime = calendar.get('startTime').value;
  const timeZone = calendar.get('timeZone').value;
  if (typeof startTime === 'string' && typeof timeZone === 'string') {
    if (!parseCalendarDuration(String(duration.value))) {
      duration.report(
        'not_supported',
        `is ${JSON.stringify(
          duration.value,
        )}; calendar windows are whole periods of d, w, M, Q or Y, for example 1M`,
      );
      return undefined;
    }
    return {
      type: 'calendar',
      duration: String(duration.value),
      seconds,
      startTime: startTime.replace(' ', 'T'),
      timeZone,
    };
  }
  // In units that a source of readings knows: it has no months.
  return {
    type: 'rolling',
    duration: seconds % DAY === 0 ? `${seconds / DAY}d` : `${seconds / HOUR}h`,
    seconds,
  };
}
