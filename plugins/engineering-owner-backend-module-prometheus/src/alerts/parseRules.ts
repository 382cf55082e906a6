import { AlertRule, Problem } from '@engineering-owner/backstage-plugin-common';
import { readEntries } from '@engineering-owner/backstage-plugin-node/http';
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

/**
 * Alerting rules; entries of another shape are left out and told of.
 *
 * @param place - what was asked, for messages
 * @throws UpstreamError when no group, or no rule, is understood
 */
export function parseRules(
  entries: unknown[],
  options: { place: string; onProblem?: (problem: Problem) => void },
): AlertRule[] {
  const { place, onProblem } = options;
  const groups = readEntries(entries, groupSchema, place, onProblem);
  const alerting = groups.flatMap(({ name, rules }) =>
    rules
      .filter(rule => !recordingSchema.safeParse(rule).success)
      .map(rule => ({ group: name, rule })),
  );
  return readEntries(
    alerting,
    z.object({ group: z.string(), rule: ruleSchema }),
    `${place} rules`,
    onProblem,
  ).map(
    ({ group, rule: { name, query, labels, annotations } }): AlertRule => ({
      name,
      group,
      query,
      labels: labels ?? {},
      annotations: annotations ?? {},
    }),
  );
}
