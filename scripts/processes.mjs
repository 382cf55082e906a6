import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './place.mjs';
import { endGroup } from './processGroup.mjs';

/** What was started to keep running; each writes a log and is a group of its own. */
export class Processes {
  #running = [];
  #logs;

  constructor({ logs }) {
    this.#logs = logs;
    fs.mkdirSync(logs, { recursive: true });
  }

  /**
   * @param options.endBy the signal this program ends well by
   * @returns `ended` rejects when it ends by itself, with its last lines
   */
  start(name, command, args, options = {}) {
    const { endBy, env = process.env, cwd = root, ...more } = options;
    const log = path.join(this.#logs, `${name.replaceAll(' ', '-')}.log`);
    const out = fs.openSync(log, 'w');
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', out, out],
      ...more,
    });
    fs.closeSync(out);
    const ended = new Promise((_, reject) => {
      child.once('error', reject);
      child.once('exit', (code, by) =>
        reject(
          new Error(
            `${name} ended by itself (${
              by ?? code
            }); ${log} closes with\n${lastLines(log, 25)}`,
          ),
        ),
      );
    });
    // Whoever waits for it hears of it; nobody has to.
    ended.catch(() => {});
    const process_ = {
      name,
      ended,
      groupId: child.pid,
      endBy,
      latest: () => lastLines(log, 1),
    };
    this.#running.push(process_);
    return process_;
  }

  /** Rejects as soon as one of them ends by itself. */
  async anyEnded() {
    await Promise.race(this.#running.map(({ ended }) => ended));
  }

  /** Ends all, the last started first. */
  async endAll() {
    const failures = [];
    for (const { name, groupId, endBy } of this.#running.splice(0).reverse()) {
      if (groupId !== undefined) {
        await endGroup(groupId, { signal: endBy }).catch(error =>
          failures.push(`${name}: ${error.message}`),
        );
      }
    }
    if (failures.length) {
      throw new Error(failures.join('\n'));
    }
  }
}

// Control sequences would colour everything after them.
// eslint-disable-next-line no-control-regex
const colours = /\u001b\[[0-9;]*m/g;

function lastLines(file, count) {
  const text = fs.readFileSync(file, 'utf8').replace(colours, '');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
