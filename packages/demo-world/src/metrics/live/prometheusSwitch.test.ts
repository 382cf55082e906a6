import express from 'express';
import request from 'supertest';
import { createPrometheusSwitch } from './prometheusSwitch';

it('holds Prometheus and lets it go on', async () => {
  const told: string[] = [];
  const app = express().use(
    createPrometheusSwitch(() => ({
      hold: () => told.push('hold'),
      continue: () => told.push('continue'),
    })),
  );
  const held = await request(app).post('/prometheus/hold').expect(200);
  expect(held.body).toEqual({ held: true });
  await request(app).post('/prometheus/continue').expect(200);
  await request(app).post('/prometheus/kill').expect(404);
  expect(told).toEqual(['hold', 'continue']);
});

it('says that there is none yet', async () => {
  const app = express().use(createPrometheusSwitch(() => undefined));
  const { body } = await request(app).post('/prometheus/hold').expect(503);
  expect(body.error.message).toContain('not been started');
});
