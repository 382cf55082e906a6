import { spawn } from 'node:child_process';
import { root } from './place.mjs';
import { endGroup } from './processGroup.mjs';

const shownLines = 40;

/**
 * Runs a command to its end.
 * @param options.news is told each line; without it the output goes to the terminal
 * @throws Error with the last lines, unless it ends with 0
 */
export function run(command, args, options) {
  const { env = process.env, cwd = root, signal, news, ...more } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      detached: true,
      stdio: ['ignore', news ? 'pipe' : 'inherit', news ? 'pipe' : 'inherit'],
      ...more,
    });
    const lines = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        for (const line of text.split('\n').filter(part => part.trim())) {
          lines.push(line);
          news(line);
        }
        lines.splice(0, lines.length - shownLines);
      });
    }
    const end = () => endGroup(child.pid);
    const onAbort = () => end().catch(reject);
    signal?.addEventListener('abort', onAbort, { once: true });
    child.once('error', reject);
    child.once('close', async (code, by) => {
      signal?.removeEventListener('abort', onAbort);
      // A worker may outlive the command that started it.
      await end().catch(reject);
      if (signal?.aborted) {
        reject(signal.reason);
      } else if (code === 0) {
        resolve();
      } else {
        const what = `${command} ${args.join(' ')} ended with ${by ?? code}`;
        reject(new Error([what, ...lines].join('\n  ')));
      }
    });
  });
}
