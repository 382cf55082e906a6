import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { Clock } from '../../ingest/clock';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { SliGroupPlan } from '../SliGroupPlan';
import { LedgerReader } from './LedgerReader';
import { failuresOfEach } from './readEach';
import { Backlog, readInTurns } from './readInTurns';

/** A run stops taking on days after so long, well before its timeout. */
const chunkMilliseconds = 25_000;

/** Name of the task that fills a source's history. */
export function backfillTaskName(source: SliSource): string {
  return `slos.backfill:${sourceId(source.source)}`;
}

/**
 * Fills the days the ledger never held, newest first, after a first start or a
 * long pause. Works in short chunks and goes on where it stopped. Groups take
 * turns, a day each, so that one whose days take long delays the others and
 * does not stop them.
 */
export function createBackfillTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  clock: Clock;
  reader: Pick<LedgerReader, 'findDue' | 'readDay'>;
  hasMembers: (plan: SliGroupPlan) => Promise<boolean>;
  /** Called when days below a group's long windows were filled in. */
  onFilled: (plan: SliGroupPlan) => Promise<void>;
  /** Tasks that read the windows above those days. */
  wake: string[];
}): IngestTask {
  const { source, plans, clock, reader, hasMembers, onFilled, wake } = options;

  /** When each group last read a day: those first that have waited longest. */
  const servedAt = new Map<string, number>();

  async function findBacklog(signal: AbortSignal) {
    const backlog: Backlog[] = [];
    const found = { needed: 0, held: 0 };
    const all = await plans();
    const problems = await failuresOfEach(all, signal, async plan => {
      if (!(await hasMembers(plan))) {
        return;
      }
      const due = await reader.findDue(plan);
      found.needed += due.needed;
      found.held += due.held;
      if (due.backfill.length > 0) {
        backlog.push({ plan, days: due.backfill });
      }
    });
    const servedLast = ({ plan }: Backlog) => servedAt.get(plan.group.id) ?? 0;
    backlog.sort((a, b) => servedLast(a) - servedLast(b));
    return { ...found, backlog, problems, groups: all.length };
  }

  return {
    name: backfillTaskName(source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const startedAt = clock().getTime();
      const isOver = () =>
        signal.aborted || clock().getTime() - startedAt > chunkMilliseconds;
      const { backlog, needed, held, problems, groups } = await findBacklog(
        signal,
      );
      const filled = new Map<SliGroupPlan, number>();
      await readInTurns(backlog, isOver, async (plan, day) => {
        let isRead = false;
        problems.push(
          ...(await failuresOfEach([plan], signal, async () => {
            servedAt.set(plan.group.id, clock().getTime());
            isRead = await reader.readDay(plan, day, signal);
          })),
        );
        if (isRead) {
          filled.set(plan, (filled.get(plan) ?? 0) + 1);
        }
        return isRead;
      });
      for (const plan of filled.keys()) {
        await onFilled(plan);
      }
      signal.throwIfAborted();
      if (problems.length > 0 && problems.length >= groups && !filled.size) {
        throw new Error(problems[0].message);
      }
      if (needed === 0) {
        return 'skipped';
      }
      const days = [...filled.values()].reduce((sum, count) => sum + count, 0);
      return {
        problems,
        progress: (held + days) / needed,
        wake: days > 0 ? wake : [],
      };
    },
  };
}
