const longestTitle = 200;

/** The first heading of the highest level of a Markdown text, outside of code. */
export function findTitle(markdown: string): string | undefined {
  let inCode = false;
  for (const line of markdown.split('\n')) {
    if (/^ {0,3}(```|~~~)/.test(line)) {
      inCode = !inCode;
    } else if (!inCode && /^# /.test(line)) {
      const title = line.slice(2).trim().replace(/ #+$/, '');
      return title.slice(0, longestTitle) || undefined;
    }
  }
  return undefined;
}
