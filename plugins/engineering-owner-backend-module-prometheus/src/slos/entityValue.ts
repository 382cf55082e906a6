/** As wide as the column that holds it. */
const longestEntityValue = 255;

/**
 * Whether a label's value may name an entity. What a service exports is not
 * ours: one value that the database refuses would lose the group's whole answer.
 */
export function isEntityValue(value: string): boolean {
  return value.length <= longestEntityValue && !/\p{Cc}/u.test(value);
}
