import { SelectorNode } from './readQuery';
import { Matcher, narrowed, Selector } from './selector';

/** Puts matchers into every selector, and tells where the rest went. */
export function splice(
  text: string,
  nodes: SelectorNode[],
  matchers: readonly Matcher[],
) {
  let result = '';
  let from = 0;
  const inserts: Array<{ at: number; length: number }> = [];
  const selectors: Selector[] = [];
  for (const { node, selector } of nodes) {
    const narrow = narrowed(selector, matchers);
    const end = node.from + selector.text.length;
    result += text.slice(from, node.from) + narrow;
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
