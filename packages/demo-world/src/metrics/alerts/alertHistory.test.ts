import { day, hour, minute } from '../durations';
import { newRecord, withServiceStarted, withServiceStopped } from '../record';
import { createModel } from '../traffic/model';
import { alertHistory } from './alertHistory';
import { alertRules } from './rules';

const created = Date.UTC(2026, 2, 16, 9, 41, 7);
const model = createModel(newRecord(created));

function rule(alertname: string) {
  const found = alertRules.find(r => r.alertname === alertname);
  if (!found) {
    throw new Error(`No rule ${alertname}`);
  }
  return found;
}

it('was pending first and fires until now for the service that burns now', () => {
  const alerts = alertHistory(
    model,
    rule('CheckoutErrorBudgetBurn'),
    created - day,
    created,
  ).filter(({ metric }) => metric === 'ALERTS');
  expect(alerts.slice(0, 3).map(s => s.labels.alertstate)).toEqual([
    'pending',
    'pending',
    'firing',
  ]);
  const last = alerts[alerts.length - 1];
  expect(last.labels).toEqual({
    alertname: 'CheckoutErrorBudgetBurn',
    alertstate: 'firing',
    service: 'checkout',
    severity: 'page',
  });
  expect(created - last.time).toBeLessThan(minute);
  expect(created - alerts[0].time).toBeGreaterThan(10 * minute);
  expect(created - alerts[0].time).toBeLessThan(20 * minute);
});

it('finds since when, also from the middle of an alert', () => {
  const slow = rule('ProductPagesErrorBudgetBurnSlow');
  const since = (from: number) =>
    alertHistory(model, slow, from, created).find(
      ({ metric }) => metric === 'ALERTS_FOR_STATE',
    )?.value;
  expect(since(created - hour)).toBe(since(created - 6 * day));
});

it('paged for the outage a week ago and not since', () => {
  const times = alertHistory(
    model,
    rule('CartErrorBudgetBurn'),
    created - 31 * day,
    created,
  ).map(({ time }) => time);
  expect(Math.min(...times)).toBeGreaterThan(created - 7 * day - 4 * hour);
  expect(Math.max(...times)).toBeLessThan(created - 6 * day);
});

it('says nothing of services that nothing happened to', () => {
  const from = created - 31 * day;
  for (const name of ['CatalogSearchErrorBudgetBurn', 'ProfileProbeFailed']) {
    expect(alertHistory(model, rule(name), from, created)).toEqual([]);
  }
});

it('tells of a service that somebody had stopped', () => {
  const stopped = withServiceStopped(
    newRecord(created),
    'profile',
    created - 2 * hour,
  );
  const record = withServiceStarted(stopped, 'profile', created - hour);
  const times = alertHistory(
    createModel(record),
    rule('ProfileProbeFailed'),
    created - day,
    created,
  ).map(({ time }) => time);
  expect(times[0]).toBeGreaterThanOrEqual(created - 2 * hour);
  expect(times[times.length - 1]).toBeLessThanOrEqual(created - hour);
});
