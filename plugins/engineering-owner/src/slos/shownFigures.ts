import type {
  MeasuredFigures,
  Reading,
} from '@engineering-owner/backstage-plugin-common';

/**
 * The figures of a reading that can be shown. `old`: they are from before the
 * source fell silent and are shown greyed.
 */
export type ShownFigures =
  | { known: true; old: boolean; figures: MeasuredFigures }
  | { known: false; state: Exclude<Reading['state'], Measured> };

type Measured = 'ok' | 'low_traffic' | 'partial';

export function shownFigures(reading: Reading): ShownFigures {
  switch (reading.state) {
    case 'ok':
    case 'low_traffic':
    case 'partial':
      return { known: true, old: false, figures: reading };
    case 'stale':
      return reading.lastKnown
        ? { known: true, old: true, figures: reading.lastKnown }
        : { known: false, state: reading.state };
    default:
      return { known: false, state: reading.state };
  }
}
