/**
 * A problem with reading or defining something, for people and programs: the
 * code and the parameters are for programs (and translated sentences), the
 * message is the same in plain English.
 *
 * @public
 */
export interface Problem {
  code: string;
  severity: 'error' | 'warning';
  /** English, names the place, quotes the value and says what would be right. */
  message: string;
  /** Figures and names the message is made of. */
  params?: Record<string, string | number | boolean>;
}
