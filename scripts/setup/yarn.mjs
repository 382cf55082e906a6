import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '../command.mjs';
import { keep, root } from '../place.mjs';
import { step } from '../progress.mjs';

/**
 * Makes sure that `yarn` of the version in package.json is on the PATH, for
 * children too: the Backstage CLI calls it while it builds.
 * @returns the environment to run things in
 */
export async function withYarn(env, { signal }) {
  const { packageManager } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  const wanted = packageManager.replace(/^yarn@/, '').replace(/\+.*$/, '');
  // `node` in a script's first line is to be this one.
  const withNode = inFront(env, path.dirname(process.execPath));
  if (majorOf(await versionOfYarn(withNode)) === majorOf(wanted)) {
    return withNode;
  }
  const home = path.join(keep, `yarn-${wanted}`);
  const withOurs = inFront(withNode, path.join(home, 'node_modules/.bin'));
  if ((await versionOfYarn(withOurs)) !== wanted) {
    await step(`Getting Yarn ${wanted}`, news =>
      run(
        'npm',
        [
          'install',
          '--no-save',
          '--no-audit',
          '--no-fund',
          '--prefix',
          home,
          `@yarnpkg/cli-dist@${wanted}`,
        ],
        { env: withNode, signal, news },
      ),
    );
  }
  return withOurs;
}

const inFront = (env, folder) => ({
  ...env,
  PATH: `${folder}${path.delimiter}${env.PATH}`,
});

const majorOf = version => version?.split('.')[0];

async function versionOfYarn(env) {
  try {
    const { stdout } = await promisify(execFile)('yarn', ['--version'], {
      cwd: root,
      // Corepack's `yarn` would ask before it downloads, or wait for a host
      // that cannot be reached.
      env: { ...env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0' },
      timeout: 20_000,
    });
    return stdout.trim();
  } catch {
    return undefined;
  }
}
