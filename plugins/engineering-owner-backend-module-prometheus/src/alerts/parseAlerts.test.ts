import { parseAlerts } from './parseAlerts';
import { parseRules } from './parseRules';

const alert = {
  labels: { alertname: 'ErrorsHigh', service: 'checkout', severity: 'page' },
  annotations: { runbook_url: 'https://example.com/runbook' },
  state: 'firing',
  activeAt: '2026-03-04T05:00:00.123456789Z',
  value: '1.5e+00',
};

describe('parseAlerts', () => {
  it('understands an alert', () => {
    expect(parseAlerts([alert])).toEqual({
      alerts: [
        {
          fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
          name: 'ErrorsHigh',
          labels: alert.labels,
          annotations: alert.annotations,
          state: 'firing',
          activeAt: '2026-03-04T05:00:00.123Z',
          value: '1.5e+00',
        },
      ],
      skipped: 0,
    });
  });

  it('adds the labels that Prometheus adds when it sends them', () => {
    const { alerts } = parseAlerts([alert], { cluster: 'eu', severity: 'x' });
    expect(alerts[0].labels).toEqual({ ...alert.labels, cluster: 'eu' });
  });

  it('recognises an alert by its labels, whatever their order', () => {
    const { alerts } = parseAlerts([
      alert,
      {
        ...alert,
        labels: Object.fromEntries(Object.entries(alert.labels).reverse()),
      },
      { ...alert, labels: { ...alert.labels, service: 'cart' } },
    ]);
    expect(alerts[1].fingerprint).toBe(alerts[0].fingerprint);
    expect(alerts[2].fingerprint).not.toBe(alerts[0].fingerprint);
  });

  it.each([
    null,
    'firing',
    {},
    { ...alert, state: 'inactive' },
    { ...alert, labels: {} },
    { ...alert, labels: { alertname: 1 } },
    { ...alert, activeAt: 'yesterday' },
  ])('leaves out and counts %j', entry => {
    const { alerts, skipped } = parseAlerts([entry, alert]);
    expect(alerts).toHaveLength(1);
    expect(skipped).toBe(1);
  });
});

describe('parseRules', () => {
  const rule = {
    type: 'alerting',
    name: 'ErrorsHigh',
    query: 'errors > 1',
    labels: { severity: 'page' },
    annotations: { runbook_url: 'https://example.com/runbook' },
  };

  it('keeps alerting rules, leaves out recording rules, counts the malformed', () => {
    expect(
      parseRules([
        { name: 'one', rules: [rule, { type: 'recording', name: 'a' }, 7] },
        { name: 'two', rules: [{ ...rule, labels: null, annotations: null }] },
        'three',
      ]),
    ).toEqual({
      rules: [
        {
          name: 'ErrorsHigh',
          group: 'one',
          query: 'errors > 1',
          labels: rule.labels,
          annotations: rule.annotations,
        },
        {
          name: 'ErrorsHigh',
          group: 'two',
          query: 'errors > 1',
          labels: {},
          annotations: {},
        },
      ],
      skipped: 2,
    });
  });
});
