import { existsSync } from 'fs';
import { dirname, resolve } from 'path';

const PACKAGE = dirname(
  require.resolve('@engineering-owner/demo-world/package.json'),
);
const BESIDE_THE_REPOSITORY = resolve(
  PACKAGE,
  '../../../shared/data/pagerduty-openapi.json',
);

/**
 * Where PagerDuty's OpenAPI document lies: it carries no licence, so it is not
 * part of the repository. `PAGERDUTY_OPENAPI` names it; undefined when absent.
 */
export function contractPath(): string | undefined {
  const path = process.env.PAGERDUTY_OPENAPI ?? BESIDE_THE_REPOSITORY;
  return existsSync(path) ? path : undefined;
}
