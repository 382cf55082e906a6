import { existsSync } from 'fs';
import { join, resolve } from 'path';

const REPOSITORY = resolve(__dirname, '../../../../..');
const BESIDE = join(REPOSITORY, '../shared/data/pagerduty-openapi.json');

/**
 * Where PagerDuty's OpenAPI document lies: it carries no licence, so it is not
 * part of the repository. `PAGERDUTY_OPENAPI` names it; undefined when absent.
 */
export function contractPath(): string | undefined {
  const path = process.env.PAGERDUTY_OPENAPI ?? BESIDE;
  return existsSync(path) ? path : undefined;
}
