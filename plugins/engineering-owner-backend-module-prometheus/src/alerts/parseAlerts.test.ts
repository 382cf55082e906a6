import { Problem } from '@engineering-owner/backstage-plugin-common';
import { parseAlerts } from './parseAlerts';
import { parseRules } from './parseRules';

const place = 'Prometheus "default" /api';

const alert = {
  labels: { alertname: 'ErrorsHigh', service: 'checkout', severity: 'page' },
  annotations: { runbook_url: 'https://example.com/runbook' },
  state: 'firing',
  activeAt: '2026-03-04T05:00:00.123456789Z',
  value: '1.5e+00',
};

describe('parseAlerts', () => {
  it('understands an alert', () => {
    expect(parseAlerts([alert], { place })).toEqual([
      {
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        name: 'ErrorsHigh',
        labels: alert.labels,
        annotations: alert.annotations,
        state: 'firing',
        activeAt: '2026-03-04T05:00:00.123Z',
        value: '1.5e+00',
      },
    ]);
    expect(parseAlerts([], { place })).toEqual([]);
  });

  it('adds the labels that Prometheus adds when it sends them', () => {
    const externalLabels = { cluster: 'eu', severity: 'x' };
    const alerts = parseAlerts([alert], { place, externalLabels });
    expect(alerts[0].labels).toEqual({ ...alert.labels, cluster: 'eu' });
  });

  it('recognises an alert by its labels, whatever their order', () => {
    const alerts = parseAlerts(
      [
        alert,
        {
          ...alert,
          labels: Object.fromEntries(Object.entries(alert.labels).reverse()),
        },
        { ...alert, labels: { ...alert.labels, service: 'cart' } },
      ],
      { place },
    );
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
    { ...alert, activeAt: '0001-01-01T00:00:00Z' },
  ])('leaves out and tells of %j', entry => {
    const problems: Problem[] = [];
    const onProblem = (problem: Problem) => problems.push(problem);
    expect(parseAlerts([entry, alert], { place, onProblem })).toHaveLength(1);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'records_skipped',
        params: { field: place, skipped: 1, read: 1 },
      }),
    ]);
    // That none is understood must not look as if none fired.
    expect(() => parseAlerts([entry], { place })).toThrow(
      /^1 of 1 entries could not be understood \(Prometheus "default" \/api\[0\]/,
    );
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

  it('keeps alerting rules, leaves out recording rules, tells of the malformed', () => {
    const problems: Problem[] = [];
    const onProblem = (problem: Problem) => problems.push(problem);
    expect(
      parseRules(
        [
          { name: 'one', rules: [rule, { type: 'recording', name: 'a' }, 7] },
          {
            name: 'two',
            rules: [{ ...rule, labels: null, annotations: null }],
          },
          'three',
        ],
        { place, onProblem },
      ),
    ).toEqual([
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
    ]);
    expect(problems.map(({ params }) => params?.skipped)).toEqual([1, 1]);
  });

  it('does not take rules that are none of them understood for none', () => {
    const group = { name: 'one', rules: [7] };
    expect(() => parseRules([group], { place })).toThrow('1 of 1 entries');
    expect(() => parseRules([7], { place })).toThrow('1 of 1 entries');
    expect(parseRules([], { place })).toEqual([]);
  });
});
