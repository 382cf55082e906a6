import { isKeyText } from '../store/isKeyText';

/**
 * The value of the label that names an alert's entity, or an entity's name, in
 * the form in which they are compared: the catalog tells names apart in lower
 * case only. Empty for text that can be no entity's name.
 */
export function entityValueOf(text: string | undefined): string {
  const value = (text ?? '').toLocaleLowerCase('en-US');
  return isKeyText(value) ? value : '';
}
