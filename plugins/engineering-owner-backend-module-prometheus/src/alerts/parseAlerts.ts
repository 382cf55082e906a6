import { createHash } from 'crypto';
import { Alert, Problem } from '@engineering-owner/backstage-plugin-common';
import {
  instant,
  readEntries,
} from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';

const texts = z.record(z.string(), z.string());

const alertSchema = z.object({
  labels: texts.refine(
    ({ alertname }) => Boolean(alertname),
    'expected a label alertname',
  ),
  annotations: texts.nullish(),
  state: z.enum(['pending', 'firing']),
  activeAt: instant,
  value: z.string().nullish(),
});

/**
 * Current alerts; entries of another shape are left out and told of.
 *
 * @param place - what was asked, for messages
 * @param externalLabels - what Prometheus adds to alerts that it sends, unless
 *   they have such a label, so that Alertmanager has them by other labels
 * @throws UpstreamError when no entry is understood
 */
export function parseAlerts(
  entries: unknown[],
  options: {
    place: string;
    externalLabels?: Record<string, string>;
    onProblem?: (problem: Problem) => void;
  },
): Alert[] {
  const { place, externalLabels = {}, onProblem } = options;
  return readEntries(entries, alertSchema, place, onProblem).map(
    ({ annotations, state, activeAt, value, ...rest }): Alert => {
      const labels = { ...externalLabels, ...rest.labels };
      return {
        fingerprint: fingerprintOf(labels),
        name: labels.alertname,
        labels,
        annotations: annotations ?? {},
        state,
        activeAt,
        ...(typeof value === 'string' && { value }),
      };
    },
  );
}

/** Equal labels are the same alert, in whatever order they come. */
function fingerprintOf(labels: Record<string, string>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(sorted))
    .digest('hex')
    .slice(0, 16);
}
