import { SliSource } from '@engineering-owner/backstage-plugin-node';

/** What late samples are waited for is longer, so a day that is over is over for both. */
const toleratedSeconds = 300;

/**
 * A day or an hour that is over by our clock may be going on by the source's,
 * and what the ledger holds counts as whole.
 *
 * @throws Error while the clocks are minutes apart
 */
export function refuseClockSkew(from: SliSource): void {
  const { source } = from;
  const { clockSkewSeconds = 0 } = from.telemetry();
  if (Math.abs(clockSkewSeconds) > toleratedSeconds) {
    throw new Error(
      `The clock of ${source.type} "${source.name}" is ${Math.abs(
        clockSkewSeconds,
      )} s ${
        clockSkewSeconds > 0 ? 'ahead of' : 'behind'
      } the backend's; no history is kept until they agree. Set both clocks by NTP`,
    );
  }
}
