import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { readSelector, Selector } from './selector';
import { describeError, firstError } from './syntaxErrors';

/** Longer texts are not queries a person wrote. */
const longestQuery = 10_000;

/** The most selectors a query may have: each costs the source a look-up. */
const mostSelectors = 20;

/** Why a query is not taken, and at which character. */
export interface Refused {
  ok: false;
  reason: string;
  position: number;
}

/** A selector in a query, and where it stands. */
export interface SelectorNode {
  node: SyntaxNode;
  selector: Selector;
}

/** What is found in a query that is one. */
export interface ReadQuery {
  ok: true;
  selectors: SelectorNode[];
  /** Selectors with a range, such as `x[5m]`. */
  ranges: SyntaxNode[];
  /** Such as `x[1h:1m]`. */
  subqueries: SyntaxNode[];
}

/** Before anything is made of it, since that takes the longer the longer it is. */
export function refuseLong(text: string): Refused | undefined {
  return text.length > longestQuery
    ? refuse(
        `it is ${text.length} characters long; at most ${longestQuery} are read`,
        0,
      )
    : undefined;
}

/** Understands what a query selects; refuses what is none, or of another time. */
export function readQuery(text: string): ReadQuery | Refused {
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
  const selectors: SelectorNode[] = [];
  const ranges: SyntaxNode[] = [];
  const subqueries: SyntaxNode[] = [];
  let refused: Refused | undefined;
  tree.topNode.cursor().iterate(({ node }) => {
    if (node.name === 'OffsetExpr' || node.name === 'StepInvariantExpr') {
      refused ??= refuse(
        'an offset or a fixed time (@) would count another time than the window',
        node.from,
      );
    }
    if (node.name === 'VectorSelector') {
      const read = readSelector(text, node);
      if (read.ok) {
        selectors.push({ node, selector: read.selector });
      } else {
        refused ??= read;
      }
    }
    if (node.name === 'MatrixSelector') {
      ranges.push(node);
    }
    if (node.name === 'SubqueryExpr') {
      subqueries.push(node);
    }
  });
  if (!refused && selectors.length === 0) {
    refused = refuse('it selects no metric', 0);
  }
  if (!refused && selectors.length > mostSelectors) {
    refused = refuse(
      `it has ${selectors.length} selectors; at most ${mostSelectors} are read`,
      selectors[mostSelectors].node.from,
    );
  }
  return refused ?? { ok: true, selectors, ranges, subqueries };
}

/**
 * The text with spaces where comments are, so that all else stays in its place
 * and what is put behind the query is not part of a comment.
 */
export function withoutComments(text: string): string {
  let result = text;
  parser
    .parse(text)
    .topNode.cursor()
    .iterate(({ name, from, to }) => {
      if (name === 'LineComment') {
        result =
          result.slice(0, from) + ' '.repeat(to - from) + result.slice(to);
      }
    });
  return result;
}

/** The duration of a range or subquery, when it is written as one, else undefined. */
export function durationOf(node: SyntaxNode): SyntaxNode | undefined {
  const literal = node.getChild('DurationExpr')?.firstChild;
  return literal?.name === 'NumberDurationLiteralInDurationContext' &&
    !literal.nextSibling
    ? literal
    : undefined;
}

/** A query that is not taken. */
export function refuse(reason: string, position: number): Refused {
  return { ok: false, reason, position };
}
