import { createHash } from 'crypto';
import { Alert } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';

const texts = z.record(z.string(), z.string());

const alertSchema = z.object({
  labels: texts,
  annotations: texts.nullish(),
  state: z.enum(['pending', 'firing']),
  activeAt: z.string().refine(text => Number.isFinite(Date.parse(text))),
  value: z.string().nullish(),
});

/**
 * Current alerts; entries of another shape are left out and counted.
 *
 * @param externalLabels - what Prometheus adds to alerts that it sends, unless
 *   they have such a label, so that Alertmanager has them by other labels
 */
export function parseAlerts(
  entries: unknown[],
  externalLabels: Record<string, string> = {},
): {
  alerts: Alert[];
  skipped: number;
} {
  const alerts = entries.flatMap((entry): Alert[] => {
    const parsed = alertSchema.safeParse(entry);
    if (!parsed.success || !parsed.data.labels.alertname) {
      return [];
    }
    const { annotations, state, activeAt, value } = parsed.data;
    const labels = { ...externalLabels, ...parsed.data.labels };
    return [
      {
        fingerprint: fingerprintOf(labels),
        name: labels.alertname,
        labels,
        annotations: annotations ?? {},
        state,
        activeAt: new Date(activeAt).toISOString(),
        ...(typeof value === 'string' && { value }),
      },
    ];
  });
  return { alerts, skipped: entries.length - alerts.length };
}

/** Equal labels are the same alert, in whatever order they come. */
function fingerprintOf(labels: Record<string, string>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(sorted))
    .digest('hex')
    .slice(0, 16);
}
