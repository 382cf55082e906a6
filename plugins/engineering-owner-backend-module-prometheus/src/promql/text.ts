const simpleEscapes = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['"', '"'],
  ["'", "'"],
]);

/**
 * A PromQL string literal for any text: quotes, backslashes and line breaks
 * are escaped, so that a value cannot leave its matcher.
 */
export function quote(text: string): string {
  return JSON.stringify(text);
}

/** A regular expression (RE2) that matches exactly this text. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/**
 * The text a PromQL string literal stands for. Undefined when it holds an
 * escape that PromQL does not know.
 */
export function unquote(literal: string): string | undefined {
  const body = literal.slice(1, -1);
  if (literal.startsWith('`')) {
    return body;
  }
  if (/[\r\n]/.test(body)) {
    return undefined;
  }
  let known = true;
  const text = body.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.)|$)/gs,
    (_match, x, u, long, octal, letter) => {
      const code = hex(x ?? u ?? long) ?? (octal && parseInt(octal, 8));
      const character =
        code === undefined ? simpleEscapes.get(letter) : fromCode(code);
      known &&= character !== undefined;
      return character ?? '';
    },
  );
  return known ? text : undefined;
}

function hex(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : parseInt(digits, 16);
}

function fromCode(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
