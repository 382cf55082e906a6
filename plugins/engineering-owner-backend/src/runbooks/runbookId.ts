import { createHash } from 'node:crypto';

/** Identity of a runbook by its normalised location. */
export function runbookId(location: string): string {
  return createHash('sha256').update(location).digest('hex').slice(0, 32);
}
