import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Tries until it no longer throws; fails with what it threw last. For what
 * comes with the next scheduled read, so that no test knows how long one takes.
 *
 * @param options.patience milliseconds
 */
export async function eventually(
  attempt,
  { patience = 60_000, every = 1000 } = {},
) {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
    }
    await sleep(every);
  }
}
