/**
 * The text of an annotation somebody wrote without quotes, as a list, or left
 * empty. The catalog refuses an entity with any annotation that is no text;
 * once it is text, its reader can say what is wrong with it.
 */
export function annotationText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value) && !value.some(isContainer)) {
    return value.map(annotationText).join(', ');
  }
  return isContainer(value) ? JSON.stringify(value) : String(value);
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
