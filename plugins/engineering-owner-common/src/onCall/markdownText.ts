/** Longer texts are cut: a title is a line, not a page. */
const LONGEST = 300;
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * Text that somebody unknown wrote as one line of Markdown that shows it and
 * does nothing else: no markup, no HTML, no link, no image, no mention, no list
 * or heading where it begins a line.
 */
export function markdownText(text: string): string {
  const [...characters] = oneLine(text.slice(0, 10 * LONGEST));
  const shown =
    characters.length > LONGEST
      ? `${characters.slice(0, LONGEST).join('')}…`
      : characters.join('');
  return (
    shown
      .replace(/[\\`*_{}[\]()<>#|~!&$^]/g, '\\$&')
      // Bare addresses become links and `@team` calls people where this is
      // pasted, escaped or not: renderers look for them in the finished text.
      // A space without width keeps them apart.
      .replace(/:(?=\/\/)|@|www(?=\.)/gi, `$&${ZERO_WIDTH_SPACE}`)
      // What makes a list, a rule or a heading of the line above.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  );
}

/**
 * A link to an http(s) address, or the text alone where there is none. Both may
 * be written by somebody unknown.
 */
export function markdownLink(text: string, url: string | undefined): string {
  const address = url === undefined ? undefined : webAddress(url);
  return address === undefined
    ? markdownText(text)
    : `[${markdownText(text)}](${address})`;
}

function webAddress(url: string): string | undefined {
  if (!URL.canParse(url)) {
    return undefined;
  }
  const { protocol, username, password, href } = new URL(url);
  // A name before the host makes an address look like another one.
  return (protocol === 'https:' || protocol === 'http:') &&
    !username &&
    !password
    ? href.replace(
        /[()[\]<>\\`*_~|'"\s@;]/g,
        character =>
          `%${character.charCodeAt(0).toString(16).toLocaleUpperCase('en-US')}`,
      )
    : undefined;
}

/** Without line breaks, control characters, and marks that turn the direction of text. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .trim();
}
