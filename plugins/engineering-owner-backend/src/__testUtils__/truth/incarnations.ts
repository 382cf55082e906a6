import { Random } from './Random';
import { Incarnation } from './TrueService';

const DAY = 86_400;

interface Span {
  from: number;
  to: number;
}

/** One process that starts anew at some times, under the same labels. */
export function restarting(span: Span, restarts: number[]): Incarnation[] {
  const starts = [span.from, ...[...restarts].sort((a, b) => a - b)];
  return starts.map((from, i) => ({
    labels: { instance: '10.0.0.1:8080' },
    from,
    to: starts[i + 1] ?? span.to,
    countsFrom: from,
  }));
}

/** Pods that are replaced each day at a time of their own, each under a new name. */
export function replacedDaily(
  span: Span,
  pods: number,
  random: Random,
): Incarnation[] {
  const found: Incarnation[] = [];
  const minute = Math.floor(random.between(0, DAY));
  for (let index = 0; index < pods; index++) {
    // One after the other, as a rollout does.
    const at = (minute + index * 120) % DAY;
    let from = span.from;
    while (from < span.to) {
      const next = (Math.floor((from - at) / DAY) + 1) * DAY + at;
      const to = Math.min(next, span.to);
      found.push({
        labels: { pod: `pod-${index}-${Math.floor(random.next() * 36 ** 6)}` },
        from,
        to,
        countsFrom: from,
        pod: { index, of: pods },
      });
      from = to;
    }
  }
  return found;
}

/** One process whose label changes while it goes on counting. */
export function relabelled(
  span: Span,
  change: { at: number; startedAt?: number },
): Incarnation[] {
  const countsFrom = change.startedAt ?? span.from;
  const before = restarting(
    { from: span.from, to: change.at },
    change.startedAt === undefined ? [] : [change.startedAt],
  );
  return [
    ...before,
    {
      labels: { instance: '10.0.0.2:8080' },
      from: change.at,
      to: span.to,
      countsFrom,
    },
  ];
}

/** One process that could not be scraped for a while, and went on counting. */
export function unreachable(span: Span, silence: Span): Incarnation[] {
  const labels = { instance: '10.0.0.1:8080' };
  const countsFrom = span.from;
  return [
    { labels, from: span.from, to: silence.from, countsFrom },
    { labels, from: silence.to, to: span.to, countsFrom },
  ];
}
