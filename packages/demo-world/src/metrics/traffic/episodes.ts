import { endOfRun, type WorldRecord } from '../record';
import { day, hour, minute } from '../durations';
import type { DemoService } from '../../world/world';

/** A time in which a service does something else than on an ordinary day. */
export interface Episode {
  from: number;
  /** Infinity when it goes on. */
  to: number;
  /** 0 is no traffic; 1 when absent. */
  load?: number;
  /** Share of requests that fail, or what they spend. */
  errors?: { ratio: number } | { spend: Spend };
  slowShare?: number;
}

/**
 * Errors told by what they cost, since an equal share of failures costs more
 * at noon than at night: `burn` is reached over [`from`, `to`].
 */
export interface Spend {
  burn: number;
  budget: number;
  from: number;
  to: number;
}

/** The availability objective of the demo's template, 99.9 % over 30 days. */
export const availabilityBudget = 0.001;

const page = { burst: 0.03, ongoing: 0.017 };

/**
 * Burning now, whenever the demo is started: each run brings an incident that
 * began 43 minutes earlier and ends with the run. 3 % fail until the start, so
 * that an hour which is only partly bad is above 14.4 for the last quarter of
 * it; then 1.7 %, which stays above for as long as the demo runs.
 */
function fastBurn(record: WorldRecord): Episode[] {
  return record.runs.flatMap((run, index) => {
    const from = Math.max(run.settledUntil, run.startedAt - 43 * minute);
    const to = Math.max(endOfRun(record, index), run.startedAt);
    return [
      { from, to: run.startedAt, errors: { ratio: page.burst } },
      { from: run.startedAt, to, errors: { ratio: page.ongoing } },
    ];
  });
}

/**
 * An hour that cost a quarter of the month's budget and ended eight hours ago.
 * Nothing fires any more: the last 2 and 6 hours are fine, while a day still
 * reads 7.5 (above 3) and three days 2.5 (above 1). It takes two days and a
 * half until that is over, so a run tells it anew only if the last telling is
 * older, and if the gap since the last run leaves room for it.
 */
function recovered(record: WorldRecord): Episode[] {
  const told: Episode[] = [];
  for (const { settledUntil, startedAt } of record.runs) {
    const stillRecovering = told.some(({ to }) => to > startedAt - 2.5 * day);
    const from = startedAt - 9 * hour;
    if (!stillRecovering && settledUntil <= from) {
      told.push({
        from,
        to: from + hour,
        errors: { spend: spendOfMonth(0.25, startedAt) },
      });
    }
  }
  return told;
}

/** That part of the budget of the 30 days before `to`. */
function spendOfMonth(burn: number, to: number): Spend {
  return { burn, budget: availabilityBudget, from: to - 30 * day, to };
}

/**
 * An outage a week ago: a third of an hour in which hardly anything worked,
 * then six hours of errors. Together 1.3 times the month's budget.
 */
function exhausted({ createdAt }: WorldRecord): Episode[] {
  const from = createdAt - 7 * day - 3 * hour;
  const partlyBack = from + 20 * minute;
  return [
    { from, to: partlyBack, errors: { ratio: 0.9 } },
    {
      from: partlyBack,
      to: partlyBack + 6 * hour,
      errors: { spend: spendOfMonth(0.9, createdAt) },
    },
  ];
}

/** What happens to a service beside its ordinary days; later ones win. */
export function episodesOf(
  { story }: DemoService,
  record: WorldRecord,
): Episode[] {
  const { createdAt } = record;
  switch (story) {
    case 'fast-burn':
      return fastBurn(record);
    case 'recovered':
      return recovered(record);
    case 'slow-burn':
      // Twice what the budget allows: only the pair of 3d and 6h sees it.
      return [
        { from: createdAt - 5 * day, to: Infinity, errors: { ratio: 0.002 } },
      ];
    case 'exhausted':
      return exhausted(record);
    case 'latency':
      // 6.2 times what a 99 % objective allows; hardly an error among them.
      return [{ from: createdAt - 26 * hour, to: Infinity, slowShare: 0.062 }];
    case 'no-traffic':
      return [{ from: createdAt - 26 * hour, to: Infinity, load: 0 }];
    default:
      return [];
  }
}
