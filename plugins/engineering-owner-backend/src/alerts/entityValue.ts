/**
 * The value of the label that names an alert's entity, or an entity's name, in
 * the form in which they are compared: the catalog tells names apart in lower
 * case only.
 */
export function entityValueOf(text: string | undefined): string {
  return (text ?? '').toLocaleLowerCase('en-US');
}
