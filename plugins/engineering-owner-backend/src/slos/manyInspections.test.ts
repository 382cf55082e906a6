import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import prometheusModule from '@engineering-owner/backstage-plugin-backend-module-prometheus';
import { availability, service } from '../__testUtils__/simulation';
import { startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

/** A Prometheus that has nothing, and keeps what it was asked. */
async function emptyPrometheus() {
  const asked: URLSearchParams[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) {
      body += chunk;
    }
    asked.push(new URLSearchParams(body));
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        status: 'success',
        data: { resultType: 'vector', result: [] },
      }),
    );
  });
  await new Promise<void>(resolve =>
    server.listen(0, '127.0.0.1', () => resolve()),
  );
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe('The inspections of many single services', () => {
  it('share requests, although the clock goes on between them', async () => {
    const prometheus = await emptyPrometheus();
    const entities = Array.from({ length: 40 }, (_, i) => {
      const entity = service(`service-${i}`);
      entity.metadata.annotations = {
        'engineering-owner/sli-selector': `namespace="team-${i}"`,
      };
      return entity;
    });
    const { backend } = await startPlugin({
      entities,
      features: [prometheusModule],
      config: {
        engineeringOwner: {
          prometheus: {
            instances: [{ name: 'default', baseUrl: prometheus.url }],
          },
          slos: { templates: [availability] },
        },
      },
    });
    await backend.stop();
    prometheus.close();

    // Reads count what was added; inspections ask what is there.
    const inspections = prometheus.asked.filter(
      form => form.has('query') && !form.get('query')?.includes('increase('),
    );
    const inspected = new Set(
      inspections.flatMap(
        form => form.get('query')?.match(/namespace="team-\d+"/g) ?? [],
      ),
    );
    expect(inspected.size).toBe(40);
    // Twenty in each, over an hour and then over a day; a minute may end meanwhile.
    const times = new Set(inspections.map(form => form.get('time')));
    expect(times.size).toBeLessThanOrEqual(2);
    expect(inspections.length).toBeLessThanOrEqual(4 * times.size);
  });
});
