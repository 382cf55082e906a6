import { isMeasured, Reading } from './reading';
import { SloNow } from './status';

const FIVE_MINUTES = 300_000;
const HOUR = 3_600_000;

/**
 * Whether the service is seen at present, from the readings of 5m and 1h. An
 * SLO whose own window is fine may not have been seen for an hour, and then
 * this heads it.
 *
 * Five minutes without series after some had been seen are no data already,
 * unless the service {@link isSampledRarely | is sampled too rarely} for them:
 * then the hour decides.
 *
 * @param lastLiveAt - when the shortest window last held anything, ISO 8601
 * @public
 */
export function sloNow(
  fiveMinutes: Reading,
  hour: Reading,
  lastLiveAt?: string,
): SloNow {
  if (isSampledRarely(fiveMinutes, hour, lastLiveAt)) {
    return fromHour(hour);
  }
  const latest = isUnread(fiveMinutes) ? hour : fiveMinutes;
  if (latest.state === 'stale') {
    return { state: 'stale', since: latest.asOf };
  }
  if (isUnread(latest)) {
    return { state: 'unknown' };
  }
  if (latest.state === 'no_data') {
    const since = latest.lastSeenAt ?? hour.lastSeenAt;
    return since === undefined
      ? { state: 'no_data' }
      : { state: 'no_data', since };
  }
  // Five quiet minutes are common; an hour without an event is worth a word.
  return latest.state === 'no_traffic' ? fromHour(hour) : { state: 'ok' };
}

/**
 * Whether samples are so far apart that five minutes never hold two, although
 * the service is there: the hour has events, and in none of its minutes did the
 * shortest window. After a service ended, the hour still holds the time when it
 * was seen last.
 *
 * @param lastLiveAt - when the shortest window last held anything, ISO 8601
 * @public
 */
export function isSampledRarely(
  fiveMinutes: Reading,
  hour: Reading,
  lastLiveAt: string | undefined,
): boolean {
  if (
    fiveMinutes.state !== 'no_data' ||
    !(isMeasured(hour) || hour.state === 'no_traffic')
  ) {
    return false;
  }
  // With grace: what is in the hour was last seen in a window that began before.
  const began = Date.parse(hour.asOf) - (HOUR + FIVE_MINUTES);
  return lastLiveAt === undefined || Date.parse(lastLiveAt) < began;
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
