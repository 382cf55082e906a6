import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { Matcher, narrowed, readSelector, Selector } from './selector';
import { describeError, firstError } from './syntaxErrors';

/** Longer texts are not queries a person wrote. */
const longestQuery = 10_000;

/** The most selectors a query may have: each costs the source a look-up. */
const mostSelectors = 20;

const placeholder = /\{\{\s*\.window\s*\}\}/g;

/** As long as the shortest placeholder, so that positions can be told exactly. */
const sentinel = '7919s';

/** A query with gaps for the window's duration, and what it selects. */
export interface QueryParts {
  /** Text around the durations: one more piece than there are gaps. */
  pieces: string[];
  selectors: Selector[];
}

export type QueryResult =
  | { ok: true; query: QueryParts }
  | { ok: false; reason: string; position: number };

/** The query over so many seconds. */
export function overSeconds(
  { pieces }: Pick<QueryParts, 'pieces'>,
  seconds: number,
): string {
  return pieces.join(`${seconds}s`);
}

/**
 * Understands a query in which `{{.window}}` stands for the window, for
 * example `sum(increase(requests_total[{{.window}}]))`. Everything that would
 * count another time than the window's is refused. Further matchers are put
 * into each selector by its place in the parse tree.
 */
export function parseWindowedQuery(
  text: string,
  matchers: readonly Matcher[] = [],
): QueryResult {
  const { filled, gaps, toWritten } = fillIn(text);
  if (gaps.length === 0) {
    return refuse(
      'it has no {{.window}}, so it would count the same time for every window; write for example sum(increase(requests_total[{{.window}}]))',
      0,
    );
  }
  const read = readQuery(filled, node =>
    gaps.some(gap => node.from === gap && isRange(node)),
  );
  if (!read.ok) {
    return { ...read, position: toWritten(read.position) };
  }
  const misplaced = gaps.find(gap => !read.durations.includes(gap));
  if (misplaced !== undefined) {
    return refuse(
      '{{.window}} stands where no range of a selector is; write it as in requests_total[{{.window}}]',
      toWritten(misplaced),
    );
  }
  const narrow = splice(filled, read.nodes, matchers);
  const edges = gaps.map(gap => narrow.position(gap));
  const pieces = [0, ...edges.map(edge => edge + sentinel.length)].map(
    (from, i) => narrow.text.slice(from, edges[i]),
  );
  return { ok: true, query: { pieces, selectors: narrow.selectors } };
}

/**
 * Understands a query that is a value at each moment, without a window of ours
 * in it, and narrows its selectors.
 */
export function parseInstantQuery(
  text: string,
  matchers: readonly Matcher[] = [],
):
  | { ok: true; text: string }
  | { ok: false; reason: string; position: number } {
  const gap = text.search(placeholder);
  if (gap >= 0) {
    return refuse(
      'it is read at each moment of the window, so {{.window}} has no place in it',
      gap,
    );
  }
  const read = readQuery(text, () => false);
  return read.ok
    ? { ok: true, text: splice(text, read.nodes, matchers).text }
    : read;
}

/** The text with a duration in each gap, and where a position of it was written. */
function fillIn(text: string) {
  const gaps: number[] = [];
  const longer: number[] = [];
  let shift = 0;
  const filled = text.replace(placeholder, (found, at: number) => {
    gaps.push(at - shift);
    longer.push(found.length - sentinel.length);
    shift += found.length - sentinel.length;
    return sentinel;
  });
  const toWritten = (position: number) =>
    gaps.reduce(
      (sum, gap, i) => sum + (gap < position ? longer[i] : 0),
      position,
    );
  return { filled, gaps, toWritten };
}

interface SelectorNode {
  from: number;
  selector: Selector;
}

function readQuery(
  text: string,
  isWindow: (node: SyntaxNode) => boolean,
):
  | { ok: true; nodes: SelectorNode[]; durations: number[] }
  | { ok: false; reason: string; position: number } {
  if (text.length > longestQuery) {
    return refuse(
      `it is ${text.length} characters long; at most ${longestQuery} are read`,
      0,
    );
  }
  const tree = parser.parse(text);
  const error = firstError(tree.topNode);
  if (error) {
    return refuse(describeError(text, error), error.from);
  }
  const top = tree.topNode.firstChild;
  if (top?.name === 'MatrixSelector' || top?.name === 'SubqueryExpr') {
    return refuse(
      'it is a range; write what is counted in it, for example increase(…)',
      top.from,
    );
  }
  const nodes: SelectorNode[] = [];
  const durations: number[] = [];
  let refused: { reason: string; position: number } | undefined;
  tree.topNode.cursor().iterate(({ node }) => {
    if (node.name === 'OffsetExpr' || node.name === 'StepInvariantExpr') {
      refused ??= {
        reason:
          'an offset or a fixed time (@) would count another time than the window',
        position: node.from,
      };
    }
    if (node.name === 'VectorSelector') {
      const read = readSelector(text, node);
      if (read.ok) {
        nodes.push({ from: node.from, selector: read.selector });
      } else {
        refused ??= read;
      }
    }
    if (isWindow(node)) {
      durations.push(node.from);
    }
  });
  if (!refused && nodes.length === 0) {
    refused = { reason: 'it selects no metric', position: 0 };
  }
  if (!refused && nodes.length > mostSelectors) {
    refused = {
      reason: `it has ${nodes.length} selectors; at most ${mostSelectors} are read`,
      position: nodes[mostSelectors].from,
    };
  }
  return refused
    ? refuse(refused.reason, refused.position)
    : { ok: true, nodes, durations };
}

/** A duration that is the range of a selector, not an offset or a step. */
function isRange(node: SyntaxNode): boolean {
  return (
    node.name === 'NumberDurationLiteralInDurationContext' &&
    node.parent?.name === 'DurationExpr' &&
    node.parent.parent?.name === 'MatrixSelector'
  );
}

/** Puts matchers into every selector, and tells where the rest went. */
function splice(
  text: string,
  nodes: SelectorNode[],
  matchers: readonly Matcher[],
) {
  let result = '';
  let from = 0;
  const inserts: Array<{ at: number; length: number }> = [];
  const selectors: Selector[] = [];
  for (const { from: start, selector } of nodes) {
    const narrow = narrowed(selector, matchers);
    const end = start + selector.text.length;
    result += text.slice(from, start) + narrow;
    inserts.push({ at: end, length: narrow.length - selector.text.length });
    selectors.push({
      ...selector,
      text: narrow,
      matchers: [...selector.matchers, ...matchers],
    });
    from = end;
  }
  result += text.slice(from);
  const position = (at: number) =>
    inserts.reduce(
      (sum, insert) => sum + (insert.at <= at ? insert.length : 0),
      at,
    );
  return { text: result, selectors, position };
}

function refuse(reason: string, position: number) {
  return { ok: false as const, reason, position };
}
