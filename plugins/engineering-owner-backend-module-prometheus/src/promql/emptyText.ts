/** Longer ones are not read: a person who wrote one can be asked to check it. */
const longestPattern = 10_000;

/**
 * One piece of an RE2 expression. Each alternative begins with other
 * characters than the rest, and nothing is repeated inside a repetition, so
 * that finding a piece takes no longer than its length.
 */
const piece = new RegExp(
  [
    '(?<quoted>\\\\Q[^]*?(?:\\\\E|$))',
    '(?<assertion>\\\\[AzB]|[\\^$])',
    '(?<boundary>\\\\b)',
    '(?<escape>\\\\[pP](?:\\{\\^?\\w+\\}|\\w)|\\\\x(?:\\{[0-9a-fA-F]+\\}|[0-9a-fA-F]{2})|\\\\[0-7]{1,3}|\\\\[afnrtvdDsSwW]|\\\\[^\\w\\s])',
    '(?<characters>\\[\\^?\\]?(?:\\[:\\^?\\w+:\\]|\\\\[^]|[^\\]\\\\])*\\])',
    '(?<flags>\\(\\?[imsU-]+\\))',
    '(?<open>\\(\\?P?<\\w+>|\\(\\?[imsU-]*:|\\((?!\\?))',
    '(?<close>\\))',
    '(?<or>\\|)',
    '(?<times>(?:[*+?]|\\{\\d+(?:,\\d*)?\\})\\??)',
    '(?<character>[^\\\\[()|*+?])',
  ].join('|'),
  'yu',
);

/** What is known of a group while it is read. */
interface Group {
  /** Whether one of the alternatives before this one takes the empty text. */
  earlier: boolean;
  /** Whether everything in this alternative before its last atom does. */
  before: boolean;
  /** Whether its last atom does, which a repetition may still follow. */
  last: boolean;
}

const fresh = (): Group => ({ earlier: false, before: true, last: true });
const takesEmpty = ({ earlier, before, last }: Group) =>
  earlier || (before && last);

/**
 * Whether an anchored RE2 expression matches the empty text; undefined when it
 * cannot be told. The expression is a stranger's, so it is read and never run:
 * JavaScript's own engine takes for ever over some.
 */
export function matchesEmptyText(pattern: string): boolean | undefined {
  if (pattern.length > longestPattern) {
    return undefined;
  }
  const groups = [fresh()];
  let at = 0;
  while (at < pattern.length) {
    piece.lastIndex = at;
    const found = piece.exec(pattern)?.groups;
    if (!found) {
      return undefined;
    }
    at = piece.lastIndex;
    const group = groups[groups.length - 1];
    const add = (empty: boolean, to = group) => {
      to.before &&= to.last;
      to.last = empty;
    };
    if (found.open !== undefined) {
      groups.push(fresh());
    } else if (found.close !== undefined) {
      const outer = groups.at(-2);
      if (!outer) {
        return undefined;
      }
      groups.pop();
      add(takesEmpty(group), outer);
    } else if (found.or !== undefined) {
      group.earlier = takesEmpty(group);
      group.before = true;
      group.last = true;
    } else if (found.times !== undefined) {
      group.last ||= /^(?:[*?]|\{0+[,}])/.test(found.times);
    } else if (found.quoted !== undefined) {
      add(/^\\Q(?:\\E)?$/.test(found.quoted));
    } else if (found.flags === undefined) {
      add(found.assertion !== undefined);
    }
  }
  return groups.length === 1 ? takesEmpty(groups[0]) : undefined;
}
