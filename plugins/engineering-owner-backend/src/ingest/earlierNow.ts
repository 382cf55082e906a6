import { SourceTelemetry } from '@engineering-owner/backstage-plugin-node';

/** The present by our clock and by the source's, as far as it tells: the earlier. */
export function earlierNow(
  source: { telemetry(): SourceTelemetry },
  now: Date,
): Date {
  const { clockSkewSeconds = 0 } = source.telemetry();
  return new Date(now.getTime() + Math.min(0, clockSkewSeconds) * 1000);
}
