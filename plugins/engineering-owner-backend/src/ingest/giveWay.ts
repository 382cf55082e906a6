/** Lets others have their turn, in work that is long. */
export function giveWay(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
