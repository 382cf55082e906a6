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
 * began 40 minutes earlier and ends with the run. 3 % fail until the start, so
 * that an hour that is only two thirds bad is above 14.4 already; then 1.7 %,
 * which stays above it for as long as the demo runs.
 */
function fastBurn(record: WorldRecord): Episode[] {
  return record.runs.flatMap((run, index) => {
    const from = Math.max(run.settledUntil, run.startedAt - 40 * minute);
    const to = Math.max(endOfRun(record, index), run.startedAt);
    return [
      { from, to: run.startedAt, errors: { ratio: page.burst } },
      { from: run.startedAt, to, errors: { ratio: page.ongoing } },
    ];
  });
}

/**
 * Bad for 50 minutes, fine since 100: the last 6 hours burned at 7.5 (above 6)
 * and the last 30 minutes did not. That is 6 % of a month, so over three days
 * it stays below 1 and nothing else is firing. Told again with each run, as
 * far back as the gap since the last one allows.
 */
function recovered(record: WorldRecord): Episode[] {
  const told: Episode[] = [];
  for (const { settledUntil, startedAt } of record.runs) {
    const lately = told.some(({ to }) => to > startedAt - 5 * hour);
    const from = Math.max(settledUntil, startedAt - 150 * minute);
    const to = Math.min(from + 50 * minute, startedAt - 35 * minute);
    if (!lately && to - from >= 5 * minute) {
      told.push({
        from,
        to,
        errors: {
          spend: {
            burn: 7.5,
            budget: availabilityBudget,
            from: startedAt - 6 * hour,
            to: startedAt,
          },
        },
      });
    }
  }
  return told;
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
      // An hour and a half that cost 1.3 times the month's budget.
      return [
        {
          from: createdAt - 7 * day,
          to: createdAt - 7 * day + 90 * minute,
          errors: {
            spend: {
              burn: 1.3,
              budget: availabilityBudget,
              from: createdAt - 30 * day,
              to: createdAt,
            },
          },
        },
      ];
    case 'latency':
      // 6.2 times what a 99 % objective allows; hardly an error among them.
      return [{ from: createdAt - 26 * hour, to: Infinity, slowShare: 0.062 }];
    case 'no-traffic':
      return [{ from: createdAt - 26 * hour, to: Infinity, load: 0 }];
    default:
      return [];
  }
}
