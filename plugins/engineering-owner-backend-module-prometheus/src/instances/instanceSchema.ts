import {
  durationSchema,
  labelNameSchema,
  refuseUselessTls,
  serverFields,
} from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';

/** Parameters that a query itself needs. */
const ownParameters = [
  'query',
  'time',
  'start',
  'end',
  'step',
  'timeout',
  'match[]',
  'type',
];

/** One entry of `engineeringOwner.prometheus.instances`, see config.d.ts. */
export const instanceSchema = z
  .strictObject({
    ...serverFields({ example: 'http://prometheus:9090', ownParameters }),
    // Read one by one, see readLinks.
    links: z.array(z.json()).default([]),
    evaluationDelay: durationSchema.optional(),
    replicaLabels: z.array(labelNameSchema).default([]),
    alerts: z
      .strictObject({
        entityLabel: labelNameSchema.default('service'),
        externalLabels: z.record(labelNameSchema, z.string()).default({}),
      })
      .default({ entityLabel: 'service', externalLabels: {} }),
  })
  .superRefine(refuseUselessTls);

export type InstanceConfig = z.infer<typeof instanceSchema>;
