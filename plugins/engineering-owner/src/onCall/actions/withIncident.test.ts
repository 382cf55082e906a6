import type {
  IncidentStatus,
  OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';
import {
  ago,
  HOURS,
  MINUTES,
  NOW as now,
} from '../../__testUtils__/fixtures/clock';
import { incident, quietOnCall } from '../../__testUtils__/fixtures/onCall';
import { withIncident } from './withIncident';

const may = { act: true } as const;
const waiting = incident(now, { id: 'WAIT', may });
const other = incident(now, {
  id: 'OTHER',
  status: 'acknowledged',
  createdAt: ago(now, 2 * HOURS),
  may,
});
const resolved = incident(now, {
  id: 'OVER',
  status: 'resolved',
  createdAt: ago(now, 3 * HOURS),
  resolvedAt: ago(now, HOURS),
});
const before: OnCallResponse = {
  ...quietOnCall(now),
  may: { act: false, reason: 'read_only' },
  incidents: { open: [waiting, other], recent: [resolved] },
};
const { may: _, ...unsaid } = waiting;
const ids = (incidents: IncidentStatus[]) => incidents.map(({ id }) => id);

describe('withIncident', () => {
  it.each<[string, IncidentStatus, string[], string[]]>([
    [
      'an acknowledged one stays open, behind those that wait, by its age',
      { ...unsaid, status: 'acknowledged', acknowledgedAt: now.toISOString() },
      ['OTHER', 'WAIT'],
      ['OVER'],
    ],
    [
      'a resolved one is the latest of the recent',
      { ...unsaid, status: 'resolved', resolvedAt: now.toISOString() },
      ['OTHER'],
      ['WAIT', 'OVER'],
    ],
    [
      'a new one comes in the order of need',
      incident(now, { id: 'NEW', createdAt: ago(now, MINUTES) }),
      ['WAIT', 'NEW', 'OTHER'],
      ['OVER'],
    ],
    [
      'one that was resolved and is noted stays where it is',
      { ...resolved, title: 'known now' },
      ['WAIT', 'OTHER'],
      ['OVER'],
    ],
    [
      'one of another account is another',
      { ...unsaid, source: { type: 'pagerduty', name: 'eu' } },
      ['WAIT', 'WAIT', 'OTHER'],
      ['OVER'],
    ],
  ])('%s', (_title, changed, open, recent) => {
    const { incidents } = withIncident(before, changed);
    expect(ids(incidents.open)).toEqual(open);
    expect(ids(incidents.recent)).toEqual(recent);
  });

  it('keeps what was said about who may act on it', () => {
    const { incidents } = withIncident(before, {
      ...unsaid,
      status: 'acknowledged',
    });
    expect(incidents.open.map(each => each.may)).toEqual([may, may]);
  });

  it('takes for a new one what was said about opening it', () => {
    const { incidents } = withIncident(
      before,
      incident(now, { id: 'NEW', createdAt: ago(now, HOURS) }),
    );
    expect(incidents.open[0]).toMatchObject({ id: 'NEW', may: before.may });
  });

  it('counts one that is resolved now, and once', () => {
    const counted = {
      ...before,
      incidents: { ...before.incidents, resolved: { high: 1, low: 4 } },
    };
    const over = {
      ...unsaid,
      status: 'resolved' as const,
      resolvedAt: now.toISOString(),
    };
    const once = withIncident(counted, over);
    expect(once.incidents.resolved).toEqual({ high: 2, low: 4 });
    expect(withIncident(once, over).incidents.resolved).toEqual({
      high: 2,
      low: 4,
    });
  });
});
