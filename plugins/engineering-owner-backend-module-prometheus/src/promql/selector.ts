import { SyntaxNode } from '@lezer/common';
import { parser } from '@prometheus-io/lezer-promql';
import { describeError, firstError } from './syntaxErrors';
import { quote, unquote } from './text';

/** Longer texts are not selectors a person wrote. */
const longestSelector = 10_000;

export type MatchOperator = '=' | '!=' | '=~' | '!~';

export interface Matcher {
  label: string;
  operator: MatchOperator;
  value: string;
}

/** A plain instant-vector selector, as written and as understood. */
export interface Selector {
  text: string;
  metric: string;
  /** Without the one that names the metric. */
  matchers: Matcher[];
  /** Whether a matcher is about the metric's name. */
  namesMetric: boolean;
  /** Where another matcher can be put in, and what must stand before it. */
  insertion: { at: number; prefix: string; suffix: string };
}

export type SelectorResult =
  | { ok: true; selector: Selector }
  | { ok: false; reason: string; position: number };

/**
 * Understands a plain instant-vector selector such as
 * `http_requests_total{code=~"5.."}` and refuses everything else, because the
 * range, the function and the aggregation around it are ours.
 */
export function parseSelector(text: string): SelectorResult {
  if (text.length > longestSelector) {
    return refuse(
      `it is ${text.length} characters long; at most ${longestSelector} are read`,
      0,
    );
  }
  const tree = parser.parse(text);
  const error = firstError(tree.topNode);
  if (error) {
    return refuse(describeError(text, error), error.from);
  }
  const top = tree.topNode.firstChild;
  if (!top || top.name !== 'VectorSelector') {
    return refuse(
      `it is ${describeKind(
        top?.name,
      )}; write the selector alone, for example http_requests_total{code=~"5.."}, the window and the sum are added`,
      top?.from ?? 0,
    );
  }
  return readSelector(text, top);
}

/**
 * The selector narrowed by further matchers, put in by their place in the
 * parse tree and with their values escaped.
 */
export function narrowed(
  selector: Selector,
  matchers: readonly Matcher[],
): string {
  const { text, insertion } = selector;
  if (matchers.length === 0) {
    return text;
  }
  const added = matchers
    .map(({ label, operator, value }) => `${label}${operator}${quote(value)}`)
    .join(',');
  return [
    text.slice(0, insertion.at),
    insertion.prefix,
    added,
    insertion.suffix,
    text.slice(insertion.at),
  ].join('');
}

/** Reads the node of a vector selector; positions are the text's. */
export function readSelector(text: string, node: SyntaxNode): SelectorResult {
  const matchers: Matcher[] = [];
  const identifier = node.getChild('Identifier');
  const list = node.getChild('LabelMatchers');
  const nodes = list ? childrenOf(list) : [];
  for (const child of nodes) {
    const matcher = readMatcher(text, child);
    if (!matcher) {
      return refuse(
        `${text.slice(
          child.from,
          child.to,
        )} is no matcher this plugin understands; write label="value"`,
        child.from,
      );
    }
    matchers.push(matcher);
  }
  const named = matchers.find(
    matcher => matcher.label === '__name__' && matcher.operator === '=',
  );
  const metric = identifier
    ? text.slice(identifier.from, identifier.to)
    : named?.value;
  if (!metric) {
    return refuse('it names no metric', node.from);
  }
  const last = nodes.at(-1);
  const start = node.from;
  return {
    ok: true,
    selector: {
      text: text.slice(start, node.to),
      metric,
      matchers: matchers.filter(matcher => matcher.label !== '__name__'),
      namesMetric: matchers.some(matcher => matcher.label === '__name__'),
      insertion: insertionPoint(node, list, last),
    },
  };
}

function insertionPoint(
  node: SyntaxNode,
  list: SyntaxNode | null,
  last: SyntaxNode | undefined,
): Selector['insertion'] {
  if (!list) {
    return { at: node.to - node.from, prefix: '{', suffix: '}' };
  }
  return last
    ? { at: last.to - node.from, prefix: ',', suffix: '' }
    : { at: list.from + 1 - node.from, prefix: '', suffix: '' };
}

function readMatcher(text: string, node: SyntaxNode): Matcher | undefined {
  const label = node.getChild('LabelName');
  const operator = node.getChild('MatchOp');
  const literal = node.getChild('StringLiteral');
  const value = literal && unquote(text.slice(literal.from, literal.to));
  const sign = operator && operatorOf(text.slice(operator.from, operator.to));
  return label && sign && typeof value === 'string'
    ? { label: text.slice(label.from, label.to), operator: sign, value }
    : undefined;
}

function operatorOf(text: string): MatchOperator | undefined {
  const operators: MatchOperator[] = ['=', '!=', '=~', '!~'];
  return operators.find(operator => operator === text);
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'LineComment') {
      children.push(child);
    }
  }
  return children;
}

const kinds: Record<string, string> = {
  MatrixSelector: 'a selector with a range',
  OffsetExpr: 'a selector with an offset',
  StepInvariantExpr: 'a selector with a fixed time',
  FunctionCall: 'a function call',
  AggregateExpr: 'an aggregation',
  BinaryExpr: 'a calculation',
  UnaryExpr: 'a calculation',
  SubqueryExpr: 'a subquery',
  ParenExpr: 'in parentheses',
  NumberDurationLiteral: 'a number',
  StringLiteral: 'a text',
};

function describeKind(name: string | undefined): string {
  return (name && kinds[name]) ?? 'no selector';
}

function refuse(reason: string, position: number): SelectorResult {
  return { ok: false, reason, position };
}
