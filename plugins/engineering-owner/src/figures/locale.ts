/** The suite's own messages are English, and its figures go with them. */
export const LOCALE = 'en';

/** U+2212, as wide as a plus, unlike the hyphen. */
export const MINUS = '\u2212';

/** Keeps a number and its unit on one line. */
export const NARROW_SPACE = '\u202f';

/** Stands for "does not apply"; what is not known is said in words. */
export const DASH = '\u2013';
