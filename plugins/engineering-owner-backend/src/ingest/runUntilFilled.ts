import { Clock } from './clock';
import { IngestOutcome } from './IngestTask';

/** A run that tells how many things it found. */
export type CountingRun = (
  signal: AbortSignal,
) => Promise<{ count: number; outcome?: IngestOutcome }>;

/**
 * Lets a task that is scheduled often do its work seldom: as long as it finds
 * nothing it tries at every turn, because right after a start the catalog is
 * still empty; afterwards it works once in `everySeconds`.
 */
export function runUntilFilled(options: {
  clock: Clock;
  everySeconds: number;
  run: CountingRun;
}): (signal: AbortSignal) => Promise<IngestOutcome | 'skipped'> {
  const { clock, everySeconds, run } = options;
  let filledAt = 0;
  return async signal => {
    const startedAt = clock().getTime();
    if (startedAt - filledAt < everySeconds * 1000) {
      return 'skipped';
    }
    const { count, outcome } = await run(signal);
    filledAt = count > 0 ? startedAt : 0;
    return outcome ?? {};
  };
}
