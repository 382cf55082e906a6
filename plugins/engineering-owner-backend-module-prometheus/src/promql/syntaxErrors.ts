import { SyntaxNode } from '@lezer/common';

/** The first place where a text is no PromQL. */
export function firstError(top: SyntaxNode): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  top.cursor().iterate(node => {
    if (node.type.isError && !found) {
      found = node.node;
    }
    return !found;
  });
  return found;
}

/** What is wrong there, in words. */
export function describeError(text: string, error: SyntaxNode): string {
  if (text.trim() === '') {
    return 'it is empty';
  }
  const rest = text.slice(error.from, error.from + 20);
  return rest === ''
    ? 'it ends too early'
    : `syntax error at ${JSON.stringify(rest)}`;
}
