import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { SliGroupPlan } from '../SliGroupPlan';
import { LedgerReader } from './LedgerReader';
import { readEach } from './readEach';

/** A run stops taking on days after so long, well before its timeout. */
const chunkMilliseconds = 25_000;

/** Name of the task that fills a source's history. */
export function backfillTaskName(source: SliSource): string {
  return `slos.backfill:${sourceId(source.source)}`;
}

/**
 * Fills the days the ledger never held, newest first, after a first start or a
 * long pause. Works in short chunks and goes on where it stopped.
 */
export function createBackfillTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  clock: Clock;
  reader: LedgerReader;
  hasMembers: (plan: SliGroupPlan) => Promise<boolean>;
  /** Called when days below a group's long windows were filled in. */
  onFilled: (plan: SliGroupPlan) => Promise<void>;
  /** Tasks that read the windows above those days. */
  wake: string[];
}): IngestTask {
  const { source, plans, clock, reader, hasMembers, onFilled, wake } = options;

  return {
    name: backfillTaskName(source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const startedAt = clock().getTime();
      let needed = 0;
      let held = 0;
      let filledAny = false;
      const outcome = await readEach(await plans(), signal, async plan => {
        if (!(await hasMembers(plan))) {
          return;
        }
        const due = await reader.findDue(plan);
        needed += due.needed;
        held += due.held;
        let filled = 0;
        try {
          for (const day of due.backfill) {
            signal.throwIfAborted();
            if (clock().getTime() - startedAt > chunkMilliseconds) {
              break;
            }
            if (!(await reader.readDay(plan, day, signal))) {
              break;
            }
            filled += 1;
          }
        } finally {
          held += filled;
          if (filled > 0) {
            filledAny = true;
            await onFilled(plan);
          }
        }
      });
      if (needed === 0) {
        return 'skipped';
      }
      return {
        ...outcome,
        progress: held / needed,
        wake: filledAny ? wake : [],
      };
    },
  };
}
