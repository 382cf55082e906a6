import { Alert } from '@engineering-owner/backstage-plugin-common';
import { instant } from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';
import { key } from './key';

const texts = z.record(z.string(), z.string());
const names = z
  .array(z.string())
  .nullish()
  .transform(list => list ?? []);

/** An alert as the API tells it. */
export const alertSchema = z
  .object({
    fingerprint: key,
    labels: texts.refine(
      ({ alertname }) => Boolean(alertname),
      'expected a label alertname',
    ),
    annotations: texts.nullish(),
    startsAt: instant,
    status: z.object({
      state: z.enum(['active', 'suppressed', 'unprocessed']),
      silencedBy: names,
      inhibitedBy: names,
      // Since Alertmanager 0.28.
      mutedBy: names,
    }),
  })
  .transform(
    ({ fingerprint, labels, annotations, startsAt, status }): Alert => ({
      fingerprint,
      name: labels.alertname,
      labels,
      annotations: annotations ?? {},
      // Of what is only about to fire, Alertmanager is not told.
      state: 'firing',
      activeAt: startsAt,
      notification: status,
    }),
  );
