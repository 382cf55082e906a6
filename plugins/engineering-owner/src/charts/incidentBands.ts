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
  /** Whether the label ends at the band: at the chart's end none could begin. */
  labelEnds: boolean;
}

/** A band narrower than this share of the range is not seen. */
const NARROWEST = 0.004;

/** The share of the range that a label takes. */
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
    const first = Math.min(begin, to - NARROWEST * span);
    return {
      incident,
      number: index + 1,
      from: first,
      to: Math.max(end, first + NARROWEST * span),
      labelEnds: first > to - LABEL_EVERY * span,
    };
  });
  const labelStart = (band: (typeof bands)[number]) =>
    band.labelEnds ? band.to - LABEL_EVERY * span : band.from;
  const labelled: number[] = [];
  for (const band of [...bands].sort(
    (a, b) => costOf(b.incident) - costOf(a.incident),
  )) {
    const near = labelled.some(
      other =>
        Math.abs(labelStart(bands[other - 1]) - labelStart(band)) <
        LABEL_EVERY * span,
    );
    if (!near) {
      labelled.push(band.number);
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
