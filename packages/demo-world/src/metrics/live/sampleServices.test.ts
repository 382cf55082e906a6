import express from 'express';
import request from 'supertest';
import { newRecord } from '../record';
import { createModel } from '../traffic/model';
import { createSampleServices } from './sampleServices';

const now = Date.UTC(2026, 2, 16, 9, 41, 7);
const model = createModel(newRecord(now));

function start() {
  const switched: Array<[string, boolean]> = [];
  const app = express().use(
    createSampleServices({
      model,
      now: () => now,
      onSwitch: (...args) => switched.push(args),
    }),
  );
  return { app, switched };
}

function valueOf(text: string, series: string): number {
  const line = text.split('\n').find(l => l.startsWith(`${series} `));
  return Number(line?.slice(series.length + 1));
}

it('serves a service as Prometheus text, with a TYPE line per family', async () => {
  const { app } = start();
  const { text, headers } = await request(app).get(
    '/services/checkout/metrics',
  );
  expect(headers['content-type']).toMatch('text/plain');
  expect(text.match(/^# TYPE .*$/gm)).toEqual([
    '# TYPE http_requests_total counter',
    '# TYPE http_request_duration_seconds histogram',
  ]);
  expect(
    valueOf(text, 'http_requests_total{code="500",pod="checkout-0"}'),
  ).toBeGreaterThan(1000);
  expect(text.endsWith('\n')).toBe(true);
});

it('drops the connection of a stopped service only, until it is started', async () => {
  const { app, switched } = start();
  await request(app).post('/services/cart/stop').expect(200);
  await request(app).post('/services/cart/stop').expect(200);
  await expect(request(app).get('/services/cart/metrics')).rejects.toThrow(
    /hang up|ECONNRESET/,
  );
  await request(app).get('/services/checkout/metrics').expect(200);
  const stopped = await request(app).get('/probes/metrics');
  expect(valueOf(stopped.text, 'probe_success{service="cart"}')).toBe(0);
  expect(valueOf(stopped.text, 'probe_success{service="checkout"}')).toBe(1);
  await request(app).post('/services/cart/start').expect(200);
  await request(app).get('/services/cart/metrics').expect(200);
  expect(switched).toEqual([
    ['cart', false],
    ['cart', true],
  ]);
});

it.each(['invoice-export', 'nobody'])(
  'says that %s has no metrics',
  async name => {
    const { app } = start();
    const { body } = await request(app)
      .get(`/services/${name}/metrics`)
      .expect(404);
    expect(body.error.message).toContain(`No sample service "${name}"`);
  },
);
