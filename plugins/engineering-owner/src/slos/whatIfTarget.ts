import type { SloStatus } from '@engineering-owner/backstage-plugin-common';
import type { WhatIfTarget } from '../api';

/** Windows that are often chosen. */
const WINDOWS = ['1d', '7d', '14d', '28d', '30d', '90d'];

/** Stands for the SLO's own window, of whatever type. */
export const OWN_WINDOW = '';

/** The windows to choose from, without the SLO's own. */
export function otherWindows({
  type,
  duration,
}: SloStatus['window']): string[] {
  return WINDOWS.filter(window => type === 'calendar' || window !== duration);
}

/** The SLO's own target as a person writes it: `99.9`. */
export function percentOf(objective: number): number {
  return Number((objective * 100).toFixed(6));
}

/**
 * What the fields ask: a target, that they are as the SLO is, or that the text
 * is no percentage above 0 and below 100.
 */
export function whatIfTarget(
  slo: Pick<SloStatus, 'objective'>,
  fields: { objective: string; window: string },
): { kind: 'ask'; target: WhatIfTarget } | { kind: 'same' | 'wrong' } {
  const text = fields.objective.trim().replace(/\s*%$/, '').replace(',', '.');
  const objective = Number(text);
  if (text === '' || !(objective > 0 && objective < 100)) {
    return { kind: 'wrong' };
  }
  const otherObjective = objective !== percentOf(slo.objective);
  const otherWindow = fields.window !== OWN_WINDOW;
  if (!otherObjective && !otherWindow) {
    return { kind: 'same' };
  }
  return {
    kind: 'ask',
    target: {
      ...(otherObjective && { objective }),
      ...(otherWindow && { window: fields.window }),
    },
  };
}
