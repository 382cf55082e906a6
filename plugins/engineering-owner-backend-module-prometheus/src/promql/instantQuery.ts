import { SyntaxNode } from '@lezer/common';
import {
  durationOf,
  readQuery,
  refuse,
  Refused,
  refuseLong,
  withoutComments,
} from './readQuery';
import { Matcher } from './selector';
import { splice } from './splice';
import { findWindow } from './windowedQuery';

/** No query spans more than a day, or it runs into Prometheus' own limits. */
const longestRangeSeconds = 86_400;

/**
 * Understands a query that is a value at each moment, without a window of ours
 * in it, and narrows its selectors.
 */
export function parseInstantQuery(
  text: string,
  matchers: readonly Matcher[] = [],
): { ok: true; text: string } | Refused {
  const long = refuseLong(text);
  if (long) {
    return long;
  }
  const gap = findWindow(text);
  if (gap >= 0) {
    return refuse(
      'it is read at each moment of the window, so {{.window}} has no place in it',
      gap,
    );
  }
  const query = withoutComments(text);
  const read = readQuery(query);
  if (!read.ok) {
    return read;
  }
  const tooLong = [...read.ranges, ...read.subqueries].find(
    node => !(rangeSeconds(query, node) <= longestRangeSeconds),
  );
  if (tooLong) {
    return refuse(
      'its range is longer than a day, or cannot be told; it is looked at every minute, so write a plain duration of at most 1d',
      tooLong.getChild('DurationExpr')?.from ?? tooLong.from,
    );
  }
  return {
    ok: true,
    text: splice(query, read.selectors, matchers).text.trim(),
  };
}

function rangeSeconds(text: string, node: SyntaxNode): number {
  const literal = durationOf(node);
  return literal ? secondsOf(text.slice(literal.from, literal.to)) : NaN;
}

const unitSeconds: Record<string, number> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds of `1h30m` or, since Prometheus 3, of a number; else NaN. */
function secondsOf(duration: string): number {
  const parts = [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)];
  return parts.map(([part]) => part).join('') === duration
    ? parts.reduce(
        (sum, [, count, unit]) => sum + Number(count) * unitSeconds[unit],
        0,
      )
    : Number(duration);
}
