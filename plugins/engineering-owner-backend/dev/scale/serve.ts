import { Express } from 'express';

/** Serves on a port of this machine, a free one by default. */
export async function serve(
  app: Express,
  port = 0,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = app.listen(port, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) {
    throw new Error(`The server listens on ${address}`);
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await new Promise(resolve => server.close(resolve));
    },
  };
}
