import { setTimeout as sleep } from 'node:timers/promises';

/** Whether a GET is answered with 2xx. */
export async function answers(url, headers = {}) {
  return (await statusOf(url, headers))?.ok ?? false;
}

/** Whether a GET is answered at all. */
export async function isReachable(url) {
  return (await statusOf(url)) !== undefined;
}

async function statusOf(url, headers = {}) {
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.timeout(30_000),
    });
    await response.arrayBuffer();
    return response;
  } catch {
    return undefined;
  }
}

/**
 * Asks again and again until the probe says yes, or the process behind it ends.
 * @param options.patience milliseconds
 */
export async function untilHealthy(process_, probe, options) {
  const { patience = 180_000, signal, news } = options;
  const deadline = Date.now() + patience;
  const asking = async () => {
    while (!(await probe())) {
      signal?.throwIfAborted();
      if (Date.now() > deadline) {
        throw new Error(
          `${process_.name} is not healthy after ${
            patience / 1000
          } s: ${process_.latest()}`,
        );
      }
      news?.(`waiting for ${process_.name}: ${process_.latest()}`);
      await sleep(500, undefined, { signal }).catch(() =>
        signal.throwIfAborted(),
      );
    }
  };
  await Promise.race([asking(), process_.ended]);
}
