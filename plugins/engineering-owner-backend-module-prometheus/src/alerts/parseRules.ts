import { AlertRule } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';

const texts = z.record(z.string(), z.string());

const groupSchema = z.object({ name: z.string(), rules: z.array(z.unknown()) });

const ruleSchema = z.object({
  name: z.string(),
  query: z.string(),
  labels: texts.nullish(),
  annotations: texts.nullish(),
});

/** Older servers ignore `type=alert` and answer with recording rules too. */
const recordingSchema = z.object({ type: z.literal('recording') });

/** Alerting rules; entries of another shape are left out and counted. */
export function parseRules(groups: unknown[]): {
  rules: AlertRule[];
  skipped: number;
} {
  const rules: AlertRule[] = [];
  let skipped = 0;
  for (const entry of groups) {
    const group = groupSchema.safeParse(entry);
    skipped += group.success ? 0 : 1;
    for (const item of group.success ? group.data.rules : []) {
      const rule = ruleSchema.safeParse(item);
      if (recordingSchema.safeParse(item).success) {
        continue;
      }
      if (!group.success || !rule.success) {
        skipped += 1;
        continue;
      }
      const { name, query, labels, annotations } = rule.data;
      rules.push({
        name,
        group: group.data.name,
        query,
        labels: labels ?? {},
        annotations: annotations ?? {},
      });
    }
  }
  return { rules, skipped };
}
