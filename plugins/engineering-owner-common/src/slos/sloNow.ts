import { isMeasured, Reading } from './reading';
import { SloNow } from './status';

/**
 * Whether the service is seen at present, from the readings of 5m and 1h. An
 * SLO whose own window is fine may not have been seen for an hour, and then
 * this heads it.
 *
 * Five minutes without series after some had been seen are no data already.
 * When five minutes never held any, the source samples too rarely for them and
 * the hour decides.
 *
 * @public
 */
export function sloNow(fiveMinutes: Reading, hour: Reading): SloNow {
  const latest = isUnread(fiveMinutes) ? hour : fiveMinutes;
  if (latest.state === 'stale') {
    return { state: 'stale', since: latest.asOf };
  }
  if (isUnread(latest)) {
    return { state: 'unknown' };
  }
  if (latest.state === 'no_data') {
    const seenByHour = isMeasured(hour) || hour.state === 'no_traffic';
    if (seenByHour && latest.lastSeenAt === undefined) {
      return fromHour(hour);
    }
    const since = latest.lastSeenAt ?? hour.lastSeenAt;
    return since === undefined
      ? { state: 'no_data' }
      : { state: 'no_data', since };
  }
  // Five quiet minutes are common; an hour without an event is worth a word.
  return latest.state === 'no_traffic' ? fromHour(hour) : { state: 'ok' };
}

function fromHour(hour: Reading): SloNow {
  return isMeasured(hour) ? { state: 'ok' } : { state: 'no_traffic' };
}

function isUnread(reading: Reading): boolean {
  return (
    reading.state === 'pending' ||
    reading.state === 'query_error' ||
    reading.state === 'invalid' ||
    reading.state === 'stale'
  );
}
