export { Freshness } from './Freshness';
export { StatusLine } from './StatusLine';
export { StatusWord } from './StatusWord';
export { type Tone } from './tone';
export { toneColour } from './toneColour';
export { ToneIcon } from './ToneIcon';
