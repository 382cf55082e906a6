import {
  beforeSilence,
  type SloStatus,
  worstFiring,
} from '@engineering-owner/backstage-plugin-common';

/** Whether something alerts, or did when the data ended: a runbook may help. */
export function needsRunbook(
  slos: readonly Pick<SloStatus, 'alerts'>[],
): boolean {
  return slos.some(
    ({ alerts }) => worstFiring(alerts.map(beforeSilence)) !== undefined,
  );
}
