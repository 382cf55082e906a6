/**
 * Whether a text can be shown as Markdown. A web page is somebody else's
 * layout, and databases refuse the zero bytes of binary files.
 */
export function isMarkdown(text: string): boolean {
  return !text.includes('\0') && !/^\s{0,100}<(!doctype|html)\b/i.test(text);
}
