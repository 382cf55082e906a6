import { SyntaxNode } from '@lezer/common';
import { SelectorNode } from './readQuery';
import { Matcher, narrowed, Selector } from './selector';

/** What comes first where several texts are put into one place. */
const order = { matchers: 0, closing: 1, opening: 2 };

interface Insert {
  at: number;
  kind: keyof typeof order;
  text: string;
}

/** Something to put around a part of a query. */
export interface Wrapper {
  node: SyntaxNode;
  opening: string;
  closing: string;
}

/**
 * Puts matchers into every selector and wrappers around parts of a query, each
 * by its place in the parse tree, and tells where the rest went.
 */
export function splice(
  text: string,
  nodes: SelectorNode[],
  matchers: readonly Matcher[],
  wrappers: readonly Wrapper[] = [],
) {
  const selectors = nodes.map(
    ({ selector }): Selector => ({
      ...selector,
      text: narrowed(selector, matchers),
      matchers: [...selector.matchers, ...matchers],
    }),
  );
  const inserts: Insert[] = [
    ...nodes.map(
      ({ node, selector: { insertion, ...selector } }, i): Insert => {
        const longer = selectors[i].text.length - selector.text.length;
        return {
          at: node.from + insertion.at,
          kind: 'matchers',
          text: selectors[i].text.slice(insertion.at, insertion.at + longer),
        };
      },
    ),
    ...wrappers.flatMap(({ node, opening, closing }): Insert[] => [
      { at: node.from, kind: 'opening', text: opening },
      { at: node.to, kind: 'closing', text: closing },
    ]),
  ].sort((a, b) => a.at - b.at || order[a.kind] - order[b.kind]);
  let result = '';
  let from = 0;
  for (const insert of inserts) {
    result += text.slice(from, insert.at) + insert.text;
    from = insert.at;
  }
  result += text.slice(from);
  const position = (at: number) =>
    inserts.reduce(
      (sum, insert) => sum + (insert.at <= at ? insert.text.length : 0),
      at,
    );
  return { text: result, selectors, position };
}
