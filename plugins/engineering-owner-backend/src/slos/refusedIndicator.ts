import { JsonObject } from '@backstage/types';
import {
  SloDefinition,
  SourceRef,
} from '@engineering-owner/backstage-plugin-common';

/** Longest text that is shown of an indicator nobody understands. */
const longestShown = 1000;

/**
 * What there is to say of an indicator that its source refuses, or that has no
 * source: its objective is known all the same, and has to show as invalid.
 */
export function refusedIndicator(
  indicator: JsonObject,
  wanted: Partial<SourceRef> = {},
): Pick<SloDefinition, 'indicator' | 'source'> {
  return {
    indicator: {
      kind: 'refused',
      written: JSON.stringify(indicator).slice(0, longestShown),
    },
    source: {
      type: wanted.type ?? 'prometheus',
      name: wanted.name ?? 'default',
    },
  };
}
