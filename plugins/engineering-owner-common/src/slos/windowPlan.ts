const DAY = 86_400_000;

/**
 * How long after midnight UTC a day counts as open and is read directly, over
 * and over: the ledger reads it at 00:12. Where a busy source needs longer, the
 * day's hours stand in.
 */
const dayClosesAfter = 15 * 60_000;

/**
 * A stretch of time (from, to].
 *
 * @public
 */
export interface WindowStretch {
  from: Date;
  to: Date;
}

/**
 * How a window is put together.
 *
 * @public
 */
export interface WindowPlan extends WindowStretch {
  /** UTC days wholly inside the window, `YYYY-MM-DD`, oldest first; from the ledger. */
  closedDays: string[];
  /** Stretches of at most a day that are read from the source, oldest first. */
  direct: WindowStretch[];
}

/**
 * The plan for a window of `windowSeconds` that ends at `end`. Up to a day the
 * source is asked once. Longer windows take their closed UTC days from the
 * ledger and ask only for the two edges, since no query may span more than a
 * day.
 *
 * @public
 */
export function planWindow(end: Date, windowSeconds: number): WindowPlan {
  const from = new Date(end.getTime() - windowSeconds * 1000);
  return planStretch({ from, to: end });
}

/**
 * The plan for any stretch of time, such as the part of a calendar window that
 * has passed. Edges that are no midnight UTC are read from the source, exactly.
 *
 * @public
 */
export function planStretch(stretch: WindowStretch): WindowPlan {
  const to = stretch.to.getTime();
  const from = stretch.from.getTime();
  const plan: WindowPlan = {
    from: new Date(from),
    to: new Date(to),
    closedDays: [],
    direct: [],
  };
  if (to - from <= DAY) {
    plan.direct.push({ from: plan.from, to: plan.to });
    return plan;
  }
  let start = from;
  while (start < to) {
    const next = Math.min((Math.floor(start / DAY) + 1) * DAY, to);
    if (next - start === DAY && to - next >= dayClosesAfter) {
      plan.closedDays.push(new Date(start).toISOString().slice(0, 10));
    } else {
      plan.direct.push({ from: new Date(start), to: new Date(next) });
    }
    start = next;
  }
  return plan;
}
