import { installDependencies } from './dependencies.mjs';
import { assertSupportedNode } from './nodeVersion.mjs';
import { installPrograms } from './systemPackages.mjs';
import { withYarn } from './yarn.mjs';

/**
 * From a fresh clone to everything installed; takes a second when it is.
 * @returns the environment to run things in
 */
export async function setUp(programs, { signal }) {
  assertSupportedNode();
  await installPrograms(programs, process.env, { signal });
  const env = await withYarn(process.env, { signal });
  await installDependencies(env, { signal });
  return env;
}
