import { LabelMatcher } from './model';

const matcher =
  /\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*(=~|!~|!=|=)\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)\s*(,|$)/y;

const escapes: Record<string, string> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const escape =
  /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

/**
 * PromQL label matchers, such as `namespace="shop",pod=~"checkout-.*"`.
 * Undefined for what is anything else.
 *
 * @public
 */
export function parseLabelMatchers(text: string): LabelMatcher[] | undefined {
  const matchers: LabelMatcher[] = [];
  matcher.lastIndex = 0;
  for (;;) {
    const at = matcher.lastIndex;
    if (at > 0 && text.slice(at).trim() === '') {
      return matchers;
    }
    const found = matcher.exec(text);
    const value = found && unquote(found[3]);
    if (!found || value === undefined || value === null) {
      return undefined;
    }
    const [, name, operator] = found;
    matchers.push({
      name,
      value,
      isRegex: operator.endsWith('~'),
      isEqual: operator.startsWith('='),
    });
  }
}

function unquote(quoted: string): string | undefined {
  const inner = quoted.slice(1, -1);
  if (quoted.startsWith('`')) {
    return inner;
  }
  let understood = true;
  const text = inner.replace(
    escape,
    (_, hex, short, long, octal, char: string | undefined) => {
      const code = hex ?? short ?? long;
      if (code !== undefined || octal !== undefined) {
        const point = octal ? parseInt(octal, 8) : parseInt(code, 16);
        understood &&= point <= 0x10ffff;
        return understood ? String.fromCodePoint(point) : '';
      }
      const known = escapes[char ?? ''] ?? char;
      understood &&= /[abfnrtv\\"']/.test(char ?? '');
      return known ?? '';
    },
  );
  return understood ? text : undefined;
}
