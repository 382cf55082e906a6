export { Freshness } from './Freshness';
export { Greyed } from './Greyed';
export { SectionNote } from './SectionNote';
export { StatusLine } from './StatusLine';
export { StatusWord } from './StatusWord';
export { type Tone } from './tone';
export { toneColour } from './toneColour';
export { ToneIcon } from './ToneIcon';
export { vendorName } from './vendorName';
