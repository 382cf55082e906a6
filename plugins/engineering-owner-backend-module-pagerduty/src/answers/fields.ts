import { z } from 'zod';

/** PagerDuty's ids: `PT4KHLK`, `Q02JTSNZWHSEKV`. */
export const id = z.string().min(1);

/** A time in any zone, as ISO 8601 in UTC. */
export const time = z.iso
  .datetime({ offset: true })
  .transform(text => new Date(text).toISOString());

/** An address to link to. Anything but http(s) is dropped, not offered. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .nullish()
  .transform(address => address ?? undefined)
  .catch(undefined);

/** A resource as other resources name it. */
export const reference = z.object({
  id,
  type: z.string().catch(''),
  summary: z.string().nullish(),
  html_url: webAddress,
});

/** A reference that may be missing, for example to something deleted. */
export const optionalReference = reference
  .nullish()
  .transform(value => value ?? undefined);

/** What to call something: its summary, or its id where it has none. */
export function nameOf(named: { id: string; summary?: string | null }): string {
  return named.summary || named.id;
}
