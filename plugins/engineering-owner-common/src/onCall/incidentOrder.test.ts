import { inOrderOfNeed, latestResolvedFirst } from './incidentOrder';

const open = (
  id: string,
  urgency: 'high' | 'low',
  status: 'triggered' | 'acknowledged',
  createdAt: string,
) => ({ id, urgency, status, createdAt: `2026-03-02T${createdAt}:00Z` });

describe('inOrderOfNeed', () => {
  it('puts the oldest unacknowledged high urgency first, and low after high', () => {
    const ordered = inOrderOfNeed([
      open('low acknowledged', 'low', 'acknowledged', '00:00'),
      open('low waiting', 'low', 'triggered', '01:00'),
      open('high acknowledged', 'high', 'acknowledged', '02:00'),
      open('high waiting, later', 'high', 'triggered', '11:00'),
      open('high waiting, first', 'high', 'triggered', '10:00'),
    ]);
    expect(ordered.map(incident => incident.id)).toEqual([
      'high waiting, first',
      'high waiting, later',
      'high acknowledged',
      'low waiting',
      'low acknowledged',
    ]);
  });

  it('takes a reopened one and one that lost its acknowledgement for as old as they wait', () => {
    const ordered = inOrderOfNeed([
      {
        ...open('reopened', 'high', 'triggered', '00:00'),
        reopenedAt: '2026-03-02T11:00:00Z',
      },
      {
        ...open('lost', 'high', 'triggered', '00:00'),
        acknowledgementLostAt: '2026-03-02T10:30:00Z',
      },
      open('new', 'high', 'triggered', '10:00'),
    ]);
    expect(ordered.map(incident => incident.id)).toEqual([
      'new',
      'lost',
      'reopened',
    ]);
  });

  it('orders the same incidents the same way, however they came', () => {
    const a = open('A', 'high', 'triggered', '10:00');
    const b = open('B', 'high', 'triggered', '10:00');
    expect(inOrderOfNeed([b, a])).toEqual(inOrderOfNeed([a, b]));
  });
});

describe('latestResolvedFirst', () => {
  it('orders by the resolve, not by the trigger', () => {
    const resolved = (id: string, createdAt: string, resolvedAt: string) => ({
      id,
      urgency: 'high' as const,
      status: 'resolved' as const,
      createdAt: `2026-03-02T${createdAt}:00Z`,
      resolvedAt: `2026-03-02T${resolvedAt}:00Z`,
    });
    const ordered = latestResolvedFirst([
      resolved('short', '03:00', '04:00'),
      resolved('long', '01:00', '09:00'),
      resolved('earliest', '00:00', '00:10'),
    ]);
    expect(ordered.map(incident => incident.id)).toEqual([
      'long',
      'short',
      'earliest',
    ]);
  });
});
