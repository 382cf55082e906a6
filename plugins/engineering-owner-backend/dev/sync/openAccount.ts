import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { AccountOptions, Answer } from './account';

/** An account in a process of its own, whose clock is moved from here. */
export async function openAccount(options: AccountOptions) {
  const child = fork(path.join(__dirname, 'account.ts'), {
    execArgv: [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
  });
  const ask = asker(child);
  const { url } = await ask({ open: options });
  return {
    url,
    /**
     * Moves the clock and waits until what happened meanwhile is told.
     *
     * @returns the requests so far
     */
    async skip(milliseconds: number): Promise<number> {
      const { requests } = await ask({ skip: milliseconds });
      return requests;
    },
    async close() {
      child.kill();
      await once(child, 'exit');
    },
  };
}

function asker(child: ChildProcess) {
  let asked = 0;
  return (message: object) =>
    new Promise<Answer>((resolve, reject) => {
      const id = asked++;
      const ended = () => reject(new Error("The account's process ended"));
      const hear = (answer: Partial<Answer>) => {
        if (answer.id === id) {
          child.off('message', hear).off('exit', ended);
          resolve(answer as Answer);
        }
      };
      child.on('message', hear).on('exit', ended);
      child.send({ id, ...message });
    });
}
