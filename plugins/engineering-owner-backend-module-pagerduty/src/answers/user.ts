import { Responder } from '@engineering-owner/backstage-plugin-common';
import { IANAZone } from 'luxon';
import { z, ZodType } from 'zod';
import { id, webAddress } from './fields';

/** A user of `GET /users`. A zone that nobody knows is no zone. */
export const user: ZodType<Responder> = z
  .object({
    id,
    name: z.string(),
    email: z.string().nullish(),
    time_zone: z.string().nullish(),
    html_url: webAddress,
  })
  .transform(row => ({
    id: row.id,
    name: row.name,
    ...(row.email && { email: row.email }),
    ...(row.time_zone &&
      IANAZone.isValidZone(row.time_zone) && { timeZone: row.time_zone }),
    ...(row.html_url && { url: row.html_url }),
  }));
