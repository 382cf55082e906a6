/** Whose series a message speaks of; nothing to say where there is one entity. */
export function ownerOf(
  entityLabel: string,
  entity: string | undefined,
  word: 'of' | 'for',
): string {
  return entityLabel === '' || entity === undefined
    ? ''
    : ` ${word} ${entityLabel}=${JSON.stringify(entity)}`;
}
