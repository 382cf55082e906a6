import type { SloIncident } from '@engineering-owner/backstage-plugin-common';
import { formatBudget } from '../figures';

/** An incident as a band on the burn-down. Times in milliseconds. */
export interface IncidentBand {
  /** Counted from 1, as in the table below the chart. */
  number: number;
  from: number;
  to: number;
  /** Its number and what it cost; left out where labels would overlap. */
  label?: string;
}

/** A band narrower than this share of the range is not seen. */
const NARROWEST = 0.004;

/** Labels closer than this share of the range would overlap. */
const LABEL_EVERY = 0.13;

/**
 * The incidents within a range, oldest first. An open one lasts until the end.
 * Where labels would overlap, the more expensive incident has one.
 */
export function incidentBands(
  incidents: readonly SloIncident[],
  { from, to }: { from: number; to: number },
): IncidentBand[] {
  const span = to - from;
  const bands = incidents.map((incident, index) => {
    const begin = Math.max(from, Date.parse(incident.triggeredAt));
    const end = incident.resolvedAt
      ? Math.min(to, Date.parse(incident.resolvedAt))
      : to;
    return {
      incident,
      number: index + 1,
      from: Math.min(begin, to - NARROWEST * span),
      to: Math.max(
        end,
        Math.min(begin, to - NARROWEST * span) + NARROWEST * span,
      ),
    };
  });
  const labelled: number[] = [];
  for (const { from: at, number } of [...bands].sort(
    (a, b) => costOf(b.incident) - costOf(a.incident),
  )) {
    const near = labelled.some(
      other => Math.abs(bands[other - 1].from - at) < LABEL_EVERY * span,
    );
    if (!near) {
      labelled.push(number);
    }
  }
  return bands.map(({ incident, ...band }) =>
    labelled.includes(band.number)
      ? { ...band, label: labelOf(band.number, incident) }
      : band,
  );
}

function costOf({ consumedRatio }: SloIncident): number {
  return consumedRatio ?? 0;
}

function labelOf(number: number, { consumedRatio }: SloIncident): string {
  return consumedRatio === undefined
    ? `#${number}`
    : `#${number} ${formatBudget(-consumedRatio)}`;
}
