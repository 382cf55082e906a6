/** Act now, look today, fine, not known: red, amber, green, grey. */
export type Tone = 'act_now' | 'look_today' | 'fine' | 'unknown';
