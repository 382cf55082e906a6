import type { Tone } from './tone';

/** The first line of a tab. `code` names what is said, whatever its figures are. */
export interface Headline {
  tone: Tone;
  code: string;
  sentence: string;
}
