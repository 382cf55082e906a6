/** Thrown where Ctrl-C cut something short: nothing went wrong. */
export class Interrupted extends Error {}

/** Aborts at the first Ctrl-C (or SIGTERM, SIGHUP), or when nobody reads the output any more. */
export function onInterruption() {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(name, () => ending.abort(new Interrupted(`Got ${name}`)));
  }
  // Whoever was reading has gone, as with `npm run demo | head`.
  process.stdout.on('error', error =>
    ending.abort(new Interrupted(error.message)),
  );
  return ending.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal) {
  return new Promise(resolve => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
