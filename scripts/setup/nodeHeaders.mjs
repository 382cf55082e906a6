import fs from 'node:fs';
import path from 'node:path';

/**
 * The folder whose `include/node` fits this Node.js, for node-gyp, which
 * would download the headers otherwise.
 * @returns undefined when there is none; node-gyp then does what it can
 */
export function nodeHeaders({
  execPath = process.execPath,
  abi = process.versions.modules,
  env = process.env,
} = {}) {
  const prefix = path.resolve(execPath, '../..');
  return [
    prefix,
    // The npm package `node` keeps headers in its package for the platform.
    ...platformPackages(path.join(prefix, 'node_modules')),
    ...platformPackages(path.resolve(prefix, '..')),
    env.npm_config_nodedir,
    '/usr',
    '/usr/local',
  ].find(folder => folder && abiOf(folder) === abi);
}

function platformPackages(folder) {
  return ['node-', 'node-bin-'].map(start =>
    path.join(folder, `${start}${process.platform}-${process.arch}`),
  );
}

function abiOf(folder) {
  try {
    const text = fs.readFileSync(
      path.join(folder, 'include/node/node_version.h'),
      'utf8',
    );
    return /^#define NODE_MODULE_VERSION (\d+)/m.exec(text)?.[1];
  } catch {
    return undefined;
  }
}
