import { IncidentEvent } from '@engineering-owner/backstage-plugin-common';
import { earlierNow } from '../../ingest/earlierNow';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { OnCallTaskOptions } from './OnCallTaskOptions';
import { Patience } from './Patience';
import { incidentsAtOnce, readByIds } from './readByIds';
import { ReadProblems } from './ReadProblems';
import { StepLength } from './StepLength';
import { onCallTaskName } from './taskNames';

const MINUTE_MS = 60_000;
/** Read again each time, since entries may show up late. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** After a long pause the feed is caught up in pieces, each kept when done. */
const LONGEST_STEP_MS = 6 * 60 * MINUTE_MS;
/** While our clock was ahead, the feed was asked for a time to come. */
const REPEATED_MS = 24 * 60 * MINUTE_MS;

/**
 * Reads the account's change feed from where it was left: the entries of all
 * incident logs. Incidents with entries that are new are read again, some at a
 * time, and the cursor follows, so that a run that is cut off is continued.
 */
export function createChangesTask(options: OnCallTaskOptions): IngestTask {
  const { source, clock, incidents, cursors, onCallSignals } = options;
  const id = sourceId(source.source);
  const step = new StepLength({
    longest: LONGEST_STEP_MS,
    shortest: MINUTE_MS,
  });
  const portion = new StepLength({ longest: incidentsAtOnce, shortest: 1 });
  const patience = new Patience();
  return {
    name: onCallTaskName('changes', source.source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const reading = new ReadProblems();
      // What is asked for names times by the account's clock.
      const now = earlierNow(source, clock());
      const cursor = await cursors.get(id, 'changes');
      const outcome = () => ({
        problems: reading.problems,
        // History ends where the feed begins, so it waited for that.
        wake: cursor ? [] : [onCallTaskName('history', source.source)],
      });
      let from = cursor ? beginning(cursor, now) : now;
      // Entries of incidents that could not be read: to be found again.
      let heldAt = now;
      const advance = async (to: Date) => {
        await cursors.setFirst(id, 'history_end', cursor ?? now);
        await cursors.set(id, 'changes', to < heldAt ? to : heldAt);
      };
      do {
        signal.throwIfAborted();
        const until = new Date(
          Math.min(now.getTime(), from.getTime() + step.length),
        );
        const since = new Date(from.getTime() - OVERLAP_MS);
        const { events } = await step.take(signal, () =>
          source.readChanges({ since, until }, reading.options(signal)),
        );
        const added = await incidents.withoutKnownEvents(id, events);
        const logs = logsByStart(added);
        while (logs.length > 0) {
          signal.throwIfAborted();
          const chunk = logs.splice(0, portion.length);
          const ids = chunk.map(([{ incidentId }]) => incidentId);
          // All that came before the first entry of these is kept.
          await advance(laterOf(from, startOf(chunk[0])));
          const readAt = clock();
          const { incidents: read, failed } = await portion.take(signal, () =>
            readByIds(source, ids, reading, signal),
          );
          const changed = await incidents.save(id, read, readAt);
          const waitedFor = patience.waitFor({ asked: ids, failed }, now);
          const waiting = chunk.filter(([{ incidentId }]) =>
            waitedFor.has(incidentId),
          );
          // The entries last: until they are stored, a run that was cut off
          // finds them again and reads the incidents.
          await incidents.saveEvents(
            id,
            chunk.filter(log => !waiting.includes(log)).flat(),
          );
          onCallSignals.changed(source.source, [
            ...changed,
            // Those with nothing new but an entry of the log, as a note is.
            ...read.map(({ serviceId }) => serviceId),
          ]);
          if (waiting.length > 0) {
            const start = laterOf(from, startOf(waiting[0]));
            heldAt = start < heldAt ? start : heldAt;
          }
          if (chunk.length > 1 && failed.size === chunk.length) {
            // More than single incidents is amiss: do not hammer the account.
            return outcome();
          }
        }
        await advance(until);
        from = until;
      } while (from < now);
      reading.reportSkew(source);
      return outcome();
    },
  };
}

/** From where the feed is read on; the clock may have been set back since. */
function beginning(cursor: Date, now: Date): Date {
  const aheadMs = cursor.getTime() - now.getTime();
  if (aheadMs <= 0) {
    return cursor;
  }
  // Of two replicas one may be a little ahead.
  return aheadMs <= OVERLAP_MS ? now : new Date(now.getTime() - REPEATED_MS);
}

/** The entries by incident, each log and the list of them in order of time. */
function logsByStart(events: IncidentEvent[]): IncidentEvent[][] {
  const logs = new Map<string, IncidentEvent[]>();
  for (const event of [...events].sort((a, b) => a.at.localeCompare(b.at))) {
    const log = logs.get(event.incidentId);
    if (log) {
      log.push(event);
    } else {
      logs.set(event.incidentId, [event]);
    }
  }
  return [...logs.values()];
}

function startOf([first]: IncidentEvent[]): Date {
  return new Date(first.at);
}

function laterOf(a: Date, b: Date): Date {
  return a > b ? a : b;
}
