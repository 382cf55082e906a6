/** Lets go of what is held of groups that are not read any more. */
export function keepKnown(
  held: Map<string, unknown>,
  isKnown: (groupId: string) => boolean,
): void {
  for (const groupId of held.keys()) {
    if (!isKnown(groupId)) {
      held.delete(groupId);
    }
  }
}
