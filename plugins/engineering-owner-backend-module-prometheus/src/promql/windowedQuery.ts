import { SyntaxNode } from '@lezer/common';
import {
  durationOf,
  ReadQuery,
  readQuery,
  refuse,
  Refused,
  refuseLong,
  withoutComments,
} from './readQuery';
import { Matcher, Selector } from './selector';
import { splice, Wrapper } from './splice';

const placeholder = /\{\{\s*\.window\s*\}\}/g;

/** As long as the shortest placeholder, so that positions can be told exactly. */
const sentinel = '7919s';

/**
 * Functions whose answers over two stretches add up to that over both: windows
 * are put together from stretches, and the minimum of events is reckoned in
 * events.
 */
const counting = [
  'increase',
  'count_over_time',
  'sum_over_time',
  'changes',
  'resets',
];

/** A query with gaps for the window's duration, and what it selects. */
export interface QueryParts {
  /** Text around the durations: one more piece than there are gaps. */
  pieces: string[];
  selectors: Selector[];
}

export type QueryResult = { ok: true; query: QueryParts } | Refused;

/** The query over so many seconds. */
export function overSeconds(
  { pieces }: Pick<QueryParts, 'pieces'>,
  seconds: number,
): string {
  return pieces.join(`${seconds}s`);
}

/** Whether a query has a place for the window, in the given forms of it. */
export function findWindow(text: string): number {
  return text.search(placeholder);
}

/**
 * Understands a query in which `{{.window}}` stands for the window, for
 * example `sum(increase(requests_total[{{.window}}]))`. Everything that would
 * count another time than the window's, or something else than events, is
 * refused. Further matchers are put into each selector by its place in the
 * parse tree. What differs only in one of the replica labels is the same: it is
 * counted once, before the query sums it up.
 */
export function parseWindowedQuery(
  text: string,
  matchers: readonly Matcher[] = [],
  replicaLabels: readonly string[] = [],
): QueryResult {
  const long = refuseLong(text);
  if (long) {
    return long;
  }
  const { filled, gaps, toWritten } = fillIn(text);
  if (gaps.length === 0) {
    return refuse(
      'it has no {{.window}}, so it would count the same time for every window; write for example sum(increase(requests_total[{{.window}}]))',
      0,
    );
  }
  const read = readQuery(filled);
  if (!read.ok) {
    return { ...read, position: toWritten(read.position) };
  }
  const isGap = (node: SyntaxNode | undefined) =>
    node !== undefined && gaps.includes(node.from);
  const wrong =
    read.subqueries.map(refuseSubquery).at(0) ??
    read.ranges
      .map(range =>
        isGap(durationOf(range))
          ? refuseFunction(filled, range)
          : refuseRange(filled, range),
      )
      .find(each => each !== undefined) ??
    gaps
      .filter(
        gap => !read.ranges.some(range => durationOf(range)?.from === gap),
      )
      .map(refuseGap)
      .at(0);
  if (wrong) {
    return { ...wrong, position: toWritten(wrong.position) };
  }
  const narrow = splice(
    filled,
    read.selectors,
    matchers,
    deduplicating(read, replicaLabels),
  );
  const edges = gaps.map(gap => narrow.position(gap));
  const pieces = [0, ...edges.map(edge => edge + sentinel.length)].map(
    (from, i) => narrow.text.slice(from, edges[i]),
  );
  return { ok: true, query: { pieces, selectors: narrow.selectors } };
}

/**
 * The text with a duration in each gap and without comments, and where a
 * position of it was written.
 */
function fillIn(text: string) {
  const filledIn: number[] = [];
  const longer: number[] = [];
  let shift = 0;
  const filled = withoutComments(
    text.replace(placeholder, (found, at: number) => {
      filledIn.push(at - shift);
      longer.push(found.length - sentinel.length);
      shift += found.length - sentinel.length;
      return sentinel;
    }),
  );
  const toWritten = (position: number) =>
    filledIn.reduce(
      (sum, gap, i) => sum + (gap < position ? longer[i] : 0),
      position,
    );
  const gaps = filledIn.filter(gap => filled.startsWith(sentinel, gap));
  return { filled, gaps, toWritten };
}

function refuseSubquery(node: SyntaxNode): Refused {
  return refuse(
    'a subquery would count another time than the window, or samples instead of events; write the range of a selector, as in increase(requests_total[{{.window}}])',
    node.from,
  );
}

function refuseRange(text: string, node: SyntaxNode): Refused {
  const range = node.getChild('DurationExpr');
  const from = range?.from ?? node.from;
  return refuse(
    `the range ${text
      .slice(from, range?.to)
      .replaceAll(
        sentinel,
        '{{.window}}',
      )} would count another time than the window; write {{.window}} in its place`,
    from,
  );
}

function refuseGap(at: number): Refused {
  return refuse(
    '{{.window}} stands where no range of a selector is; write it as in requests_total[{{.window}}]',
    at,
  );
}

/** What takes one series of replicas, as `max without (…) (…)` around it. */
function deduplicating(
  { selectors, ranges }: ReadQuery,
  replicaLabels: readonly string[],
): Wrapper[] {
  if (replicaLabels.length === 0) {
    return [];
  }
  const moments = selectors
    .map(({ node }) => node)
    .filter(node => node.parent?.name !== 'MatrixSelector');
  const opening = `max without (${replicaLabels.join(', ')}) (`;
  return [...moments, ...ranges.map(range => callAround(range) ?? range)].map(
    node => ({ node, opening, closing: ')' }),
  );
}

function callAround(node: SyntaxNode): SyntaxNode | undefined {
  let call: SyntaxNode | null = node;
  while (call && call.name !== 'FunctionCall') {
    call = call.parent;
  }
  return call ?? undefined;
}

/** Rates and means are no counts: what is summed up of them means nothing. */
function refuseFunction(text: string, range: SyntaxNode): Refused | undefined {
  const call = callAround(range);
  const identifier = call?.getChild('FunctionIdentifier');
  const name = identifier && text.slice(identifier.from, identifier.to);
  return name && counting.includes(name)
    ? undefined
    : refuse(
        `${
          name ?? 'a range alone'
        } does not count the events of the window; write increase(…[{{.window}}])`,
        identifier?.from ?? range.from,
      );
}
