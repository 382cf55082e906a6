import { InputError } from '@backstage/errors';
import {
  parseDuration,
  SloWindow,
  windowStretch,
} from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { DAY, HOUR } from './ledger/LedgerDay';

/** The longest range of a chart, and how far back it may begin. */
const longestRange = 400 * DAY;
/** Clients work out both ends a moment earlier, by a clock of their own. */
const leeway = DAY;
/** The most points of a chart from the ledger. */
const mostPoints = 2500;
/** What is finer than the ledger is read from the source, so it is bounded. */
const longestFineRange = 7 * DAY;
const mostFinePoints = 720;
const MINUTE = 60_000;

const instant = z.iso.datetime({
  offset: true,
  error: 'an ISO 8601 time such as 2026-11-23T14:00:00Z',
});

const querySchema = z.object({
  from: instant.optional(),
  to: instant.optional(),
  step: z
    .string()
    .regex(
      /^(\d{1,9}|(\d{1,6}[mhdw]){1,4})$/,
      'a duration such as 5m, 1h, 6h or 1d',
    )
    .optional(),
  latency: z.enum(['true', 'false'], 'true or false').optional(),
});

/** What a chart shows: steps of whole hours, or of whole minutes below one. */
export interface HistoryQuery {
  from: Date;
  to: Date;
  stepSeconds: number;
  /** Whether percentiles are asked for. */
  latency: boolean;
}

/**
 * Reads `?from=&to=&step=&latency=`. Without them the SLO's window that ends
 * now, by the hour.
 *
 * @throws InputError
 */
export function readHistoryQuery(
  query: unknown,
  options: { now: Date; window: SloWindow },
): HistoryQuery {
  const parsed = querySchema.safeParse(query);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `The query parameter "${path.join(
        '.',
      )}" is not usable; expected ${message}`,
    );
  }
  const { from, to, step, latency } = parsed.data;
  const end = to ? new Date(to) : options.now;
  const start = from ? new Date(from) : windowStretch(options.window, end).from;
  refuseOutside({ from, to }, options.now);
  const range = end.getTime() - start.getTime();
  if (range <= 0 || range > longestRange) {
    throw new InputError(
      `The range from ${start.toISOString()} to ${end.toISOString()} is not usable; "from" must be before "to" by 400 days at most`,
    );
  }
  const stepSeconds = stepOf(step);
  refuseStep(stepSeconds * 1000, range, step ?? '1h');
  return { from: start, to: end, stepSeconds, latency: latency === 'true' };
}

function refuseStep(stepMs: number, range: number, step: string): void {
  const isFine = stepMs < HOUR;
  if (
    stepMs === 0 ||
    stepMs > longestRange ||
    stepMs % (isFine ? MINUTE : HOUR)
  ) {
    throw new InputError(
      `The step "${step}" is not usable; expected whole hours up to 400 days, for example 1h, or whole minutes below an hour, for example 5m`,
    );
  }
  if (isFine && range > longestFineRange) {
    throw new InputError(
      `A step of ${step} is for ranges up to 7 days; take one of 1h or longer`,
    );
  }
  const most = isFine ? mostFinePoints : mostPoints;
  if (range / stepMs > most) {
    throw new InputError(
      `A step of ${step} makes more than ${most} points; take a longer one`,
    );
  }
}

/**
 * Everything between `from` and now is put together hour by hour, so both ends
 * are bounded, not only the distance between them.
 */
function refuseOutside(query: { from?: string; to?: string }, now: Date): void {
  const earliest = now.getTime() - longestRange - leeway;
  const latest = now.getTime() + leeway;
  for (const name of ['from', 'to'] as const) {
    const value = query[name];
    if (value === undefined) {
      continue;
    }
    const time = Date.parse(value);
    if (!(time >= earliest && time <= latest)) {
      throw new InputError(
        `The query parameter "${name}" is ${value}; expected a time from ${new Date(
          earliest,
        ).toISOString()} to ${new Date(latest).toISOString()}`,
      );
    }
  }
}

function stepOf(step: string | undefined): number {
  if (step === undefined) {
    return HOUR / 1000;
  }
  return /^\d+$/.test(step) ? Number(step) : parseDuration(step);
}
