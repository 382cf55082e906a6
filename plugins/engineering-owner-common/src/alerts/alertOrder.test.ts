import { mostUrgentAlertFirst } from './alertOrder';
import { AlertStatus } from './model';

const alert = (
  fingerprint: string,
  severity: string | undefined,
  since: string,
  state: AlertStatus['state'] = 'firing',
): AlertStatus => ({
  source: { type: 'prometheus', name: 'default' },
  fingerprint,
  name: 'A',
  ...(severity && { severity }),
  state,
  since: `2026-03-02T${since}:00Z`,
  labels: {},
});

describe('mostUrgentAlertFirst', () => {
  it('puts last what nobody is told of', () => {
    const suppression = { silencedBy: [], inhibited: true, mutedBy: [] };
    const ordered = mostUrgentAlertFirst([
      { ...alert('silenced page', 'page', '08:00'), suppression },
      alert('pending info', 'info', '09:00', 'pending'),
    ]);
    expect(ordered.map(({ fingerprint }) => fingerprint)).toEqual([
      'pending info',
      'silenced page',
    ]);
  });

  it('orders by state, severity and age', () => {
    const ordered = mostUrgentAlertFirst([
      alert('pending page', 'page', '09:00', 'pending'),
      alert('info', 'info', '08:00'),
      alert('unknown word', 'purple', '08:00'),
      alert('no word', undefined, '08:30'),
      alert('ticket', 'ticket', '08:00'),
      alert('page, later', 'page', '11:00'),
      alert('page, first', 'CRITICAL', '10:00'),
    ]);
    expect(ordered.map(({ fingerprint }) => fingerprint)).toEqual([
      'page, first',
      'page, later',
      'ticket',
      'unknown word',
      'no word',
      'info',
      'pending page',
    ]);
  });
});
