/**
 * A number in [0, 1) that is always the same for the same words: gives each
 * service its own character without a random generator to remember.
 */
export function steadyNoise(...words: Array<string | number>): number {
  let state = 0x811c9dc5;
  for (const char of words.join('/')) {
    state = Math.imul(state ^ char.charCodeAt(0), 0x01000193);
  }
  // The last characters must reach the high bits too, or neighbours look alike.
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
  state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
  return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
}
