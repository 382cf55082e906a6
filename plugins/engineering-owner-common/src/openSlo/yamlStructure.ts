import {
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  ParsedNode,
  visit,
} from 'yaml';

/** Deeper than any OpenSLO document; deeper ones could exhaust the stack. */
const deepest = 50;

/**
 * What is wrong with the tree of a YAML document: a key given twice, a key
 * that is no plain text, nesting without end.
 */
export function findStructureProblem(
  root: unknown,
): { message: string; offset: number } | undefined {
  const waiting: Array<{ node: unknown; depth: number }> = [
    { node: root, depth: 0 },
  ];
  for (;;) {
    const next = waiting.pop();
    if (!next) {
      return undefined;
    }
    const { node, depth } = next;
    const offset = offsetOf(node);
    if (depth > deepest) {
      return { message: `it nests deeper than ${deepest} levels`, offset };
    }
    if (isSeq(node)) {
      waiting.push(
        ...node.items.map(item => ({ node: item, depth: depth + 1 })),
      );
    } else if (isMap(node)) {
      const keys = new Set<string>();
      for (const { key, value } of node.items) {
        if (!isScalar(key)) {
          return {
            message: 'a key has to be a plain text',
            offset: offsetOf(key) || offset,
          };
        }
        const name = String(key.value);
        if (keys.has(name)) {
          return {
            message: `the key ${JSON.stringify(
              name.slice(0, 60),
            )} is given twice`,
            offset: offsetOf(key),
          };
        }
        keys.add(name);
        waiting.push({ node: value, depth: depth + 1 });
      }
    }
  }
}

/** Where the first alias stands that names nothing before it. */
export function findUnresolvedAlias(
  document: Document | Document.Parsed<ParsedNode>,
): number | undefined {
  const anchors = new Set<string>();
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (isAlias(node) && !anchors.has(node.source)) {
      offset = node.range?.[0];
      return visit.BREAK;
    }
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined) {
      anchors.add(node.anchor);
    }
    return undefined;
  });
  return offset;
}

function offsetOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? node.range?.[0] ?? 0
    : 0;
}
