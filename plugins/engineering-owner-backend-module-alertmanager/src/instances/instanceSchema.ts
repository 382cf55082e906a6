import {
  labelNameSchema,
  refuseUselessTls,
  serverFields,
} from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';

/** Told apart by these alone, alerts are one. Never `cluster`: two clusters fail separately. */
const usualReplicaLabels = ['replica', 'prometheus_replica', '__replica__'];

/** One entry of `engineeringOwner.alertmanager.instances`, see config.d.ts. */
export const instanceSchema = z
  .strictObject({
    ...serverFields({
      example: 'http://alertmanager:9093',
      // Silenced alerts are alerts too: they are shown as such.
      ownParameters: [
        'filter',
        'active',
        'silenced',
        'inhibited',
        'unprocessed',
      ],
    }),
    // Understood by the server alone, which says what is wrong with one.
    filter: z.array(z.string().min(1)).default([]),
    replicaLabels: z.array(labelNameSchema).default(usualReplicaLabels),
    entityLabel: labelNameSchema.default('service'),
  })
  .superRefine(refuseUselessTls);

export type InstanceConfig = z.infer<typeof instanceSchema>;
