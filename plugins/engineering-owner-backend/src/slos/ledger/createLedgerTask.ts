import { SliSource } from '@engineering-owner/backstage-plugin-node';
import { everyMinute, IngestTask } from '../../ingest/IngestTask';
import { sourceId } from '../../sources/sourceId';
import { SliGroupPlan } from '../SliGroupPlan';
import { LedgerReader } from './LedgerReader';
import { readEach } from './readEach';

/** Name of the task that keeps a source's ledger. */
export function ledgerTaskName(source: SliSource): string {
  return `slos.ledger:${sourceId(source.source)}`;
}

/**
 * The ledger's ordinary work: the hours of today, yesterday once it is over,
 * and each day again a day later. One of these a minute and group, so that a
 * group stays within its requests.
 */
export function createLedgerTask(options: {
  source: SliSource;
  plans: () => Promise<SliGroupPlan[]>;
  reader: LedgerReader;
  hasMembers: (plan: SliGroupPlan) => Promise<boolean>;
}): IngestTask {
  const { source, plans, reader, hasMembers } = options;
  return {
    name: ledgerTaskName(source),
    source: source.source,
    schedule: everyMinute,
    async run(signal) {
      const all = await plans();
      if (all.length === 0) {
        return 'skipped';
      }
      return readEach(all, signal, async plan => {
        if (!(await hasMembers(plan))) {
          return;
        }
        const { days, hours } = await reader.findDue(plan);
        const day = days.at(0);
        if (day !== undefined) {
          await reader.readDay(plan, day, signal);
        } else if (hours) {
          await reader.readHours(plan, hours, signal);
        }
      });
    },
  };
}
