import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, it } from 'node:test';
import { nodeHeaders } from './nodeHeaders.mjs';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'eo-headers-'));
after(() => fs.rmSync(folder, { recursive: true }));

const abi = '9001';

/** A prefix with headers, as an installation of Node.js has them. */
function prefix(name, version) {
  const include = path.join(folder, name, 'include/node');
  fs.mkdirSync(include, { recursive: true });
  fs.writeFileSync(
    path.join(include, 'node_version.h'),
    `#define NODE_MAJOR_VERSION 1\n#define NODE_MODULE_VERSION ${version}\n`,
  );
  return path.join(folder, name);
}

it('finds the headers beside the executable', () => {
  const own = prefix('own', abi);
  const execPath = path.join(own, 'bin/node');
  assert.equal(nodeHeaders({ execPath, abi, env: {} }), own);
});

it("finds the headers of npm's package `node`", () => {
  const name = `node-${process.platform}-${process.arch}`;
  const inner = prefix(`npm/node/node_modules/${name}`, abi);
  const execPath = path.join(folder, 'npm/node/bin/node');
  assert.equal(nodeHeaders({ execPath, abi, env: {} }), inner);
});

it('leaves headers of another version alone, though the environment names them', () => {
  const other = prefix('other', '8999');
  const execPath = path.join(other, 'bin/node');
  const env = { npm_config_nodedir: other };
  assert.equal(nodeHeaders({ execPath, abi, env }), undefined);
});
