import { alertStatus } from './alertStatus';
import { Alert } from './model';

const source = { type: 'prometheus', name: 'default' };
const alert = (annotations: Record<string, string>): Alert => ({
  fingerprint: 'f1',
  name: 'ErrorBudgetBurn',
  labels: { alertname: 'ErrorBudgetBurn', severity: 'page' },
  annotations,
  state: 'firing',
  activeAt: '2026-03-02T12:00:00.000Z',
});

describe('alertStatus', () => {
  it('says what, how bad, since when and what to do', () => {
    expect(
      alertStatus(
        alert({
          summary: 'checkout burns its budget',
          runbook_url: 'https://runbooks.example/burn',
        }),
        source,
      ),
    ).toEqual({
      source,
      fingerprint: 'f1',
      name: 'ErrorBudgetBurn',
      severity: 'page',
      summary: 'checkout burns its budget',
      state: 'firing',
      since: '2026-03-02T12:00:00.000Z',
      labels: { alertname: 'ErrorBudgetBurn', severity: 'page' },
      runbookUrl: 'https://runbooks.example/burn',
    });
  });

  it('takes the description where there is no summary', () => {
    expect(alertStatus(alert({ description: 'why' }), source).summary).toBe(
      'why',
    );
  });

  it('shortens a text that would crowd out the other alerts', () => {
    const { summary } = alertStatus(
      alert({ summary: 'x'.repeat(100_000) }),
      source,
    );
    expect(summary).toBe(`${'x'.repeat(499)}…`);
  });

  it.each(['data:text/html,x', 'runbooks/burn.md', 'https://', ''])(
    'offers no link to %j',
    runbook_url => {
      expect(alertStatus(alert({ runbook_url }), source)).not.toHaveProperty(
        'runbookUrl',
      );
    },
  );
});
