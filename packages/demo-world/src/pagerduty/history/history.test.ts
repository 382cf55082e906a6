import { DateTime } from 'luxon';
import { buildAccount } from '../account/account';
import { incidentStateOf } from '../incidents/incidentState';
import { createPagerDutyState, PagerDutyState } from '../state';
import { IncidentTruth } from '../truth/incidentTruth';
import { DAY, HOUR, MINUTE } from '../time';

const NOW = Date.parse('2026-03-18T10:00:00Z');

function startedAt(at: number, seed = 'demo'): PagerDutyState {
  return createPagerDutyState({ clock: () => new Date(at), seed });
}

describe('the account’s history', () => {
  const state = startedAt(NOW);
  const truths = state.truth.incidents();
  const of = (serviceId: string) =>
    truths.filter(truth => truth.serviceId === serviceId);
  const some = (test: (truth: IncidentTruth) => boolean) =>
    truths.filter(test).length;

  it('is the same for the same seed and start, and another for another', () => {
    expect(startedAt(NOW).log.events()).toEqual(state.log.events());
    expect(startedAt(NOW, 'other').log.events()).not.toEqual(
      state.log.events(),
    );
  });

  it('tells past days the same way when it is started two days later', () => {
    const ordinary = (one: PagerDutyState) =>
      one.log
        .events()
        .filter(
          ({ kind, at }) =>
            kind === 'trigger' && at > NOW - 80 * DAY && at < NOW - DAY,
        )
        .filter(
          event =>
            'incidentKey' in event && /background/.test(event.incidentKey),
        );
    expect(ordinary(state).length).toBeGreaterThan(200);
    expect(ordinary(startedAt(NOW + 2 * DAY))).toEqual(ordinary(state));
  });

  it('has 250 to 400 incidents, all within 90 days', () => {
    expect(truths.length).toBeGreaterThan(250);
    expect(truths.length).toBeLessThan(400);
    truths.forEach(({ triggeredAt }) => {
      expect(triggeredAt).toBeGreaterThanOrEqual(NOW - 90 * DAY);
      expect(triggeredAt).toBeLessThanOrEqual(NOW);
    });
  });

  it('gives each incident the state that its events say, in order of time', () => {
    state.log.incidents().forEach(incident => {
      expect(incident.state).toEqual(incidentStateOf(incident.events));
      const times = incident.events.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
    });
    const ids = state.log.events().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('numbers incidents by time', () => {
    const created = state.log.incidents().map(i => i.state.createdAt);
    expect(created).toEqual([...created].sort((a, b) => a - b));
  });

  it('merges only into incidents that were open then', () => {
    const merged = state.log.incidents().filter(i => i.state.mergedInto);
    expect(merged.length).toBeGreaterThan(2);
    merged.forEach(({ state: { mergedInto, resolvedAt } }) => {
      const target = state.log.incident(mergedInto ?? '');
      expect(target?.state.createdAt).toBeLessThan(resolvedAt ?? 0);
      expect(target?.state.resolvedAt).toBeGreaterThan(resolvedAt ?? 0);
    });
  });

  it('leaves exactly three incidents open', () => {
    const open = buildAccount().services.flatMap(({ id }) =>
      state.truth
        .openIncidents(id)
        .map(i => [id, i.state.status, i.state.urgency]),
    );
    expect(open).toEqual([
      ['PCHKOUT', 'triggered', 'high'],
      ['PCHKWEB', 'acknowledged', 'low'],
      ['PRECOMM', 'acknowledged', 'low'],
    ]);
  });

  it('has paged checkout’s first level for 12 minutes without an answer', () => {
    const [{ state: open, events }] = state.truth.openIncidents('PCHKOUT');
    expect(NOW - open.createdAt).toBe(12 * MINUTE);
    expect(open.assignments.map(({ userId }) => userId)).toEqual([
      state.truth.onCall('PPSTORE', 1)?.userId,
    ]);
    expect(
      events.flatMap(event => (event.kind === 'notify' ? event.medium : [])),
    ).toEqual(['push', 'sms', 'phone', 'phone']);
  });

  it('has checkout’s pager climb the levels while nobody answers', () => {
    let now = NOW;
    const running = createPagerDutyState({ clock: () => new Date(now) });
    now = NOW + 19 * MINUTE;
    const [{ state: open }] = running.truth.openIncidents('PCHKOUT');
    expect(open).toMatchObject({ level: 2, status: 'triggered' });
    expect(open.assignments[0].userId).toBe(
      running.truth.onCall('PPSTORE', 2)?.userId,
    );
  });

  it('had cart down for hours a week ago', () => {
    expect(
      of('PCARTSV').some(
        ({ triggeredAt, secondsToResolve }) =>
          Math.abs(NOW - 7 * DAY - triggeredAt) < 6 * HOUR &&
          (secondsToResolve ?? 0) > 6 * 3600,
      ),
    ).toBe(true);
  });

  it('resolved payments-gateway’s incident in the hours before the start', () => {
    expect(
      of('PPAYGWY').some(
        ({ resolvedAt }) => resolvedAt !== null && resolvedAt > NOW - 9 * HOUR,
      ),
    ).toBe(true);
  });

  it('wakes login’s people at night, in their own zone', () => {
    const nights = of('PLOGINS').filter(({ id }) => {
      const trigger = state.log.incident(id)?.events[0];
      return trigger?.kind === 'trigger' && /night/.test(trigger.incidentKey);
    });
    expect(nights.length).toBe(8);
    nights.forEach(({ id }) => {
      const notify = state.log
        .incident(id)
        ?.events.find(e => e.kind === 'notify');
      const userId = notify?.kind === 'notify' ? notify.userId : '';
      const zone = state.account.users.find(u => u.id === userId)?.timeZone;
      const { hour } = DateTime.fromMillis(notify?.at ?? 0, { zone });
      expect([hour >= 22 || hour < 8, id]).toEqual([true, id]);
    });
  });

  it.each([
    ['merged', 3],
    ['reopened', 1],
    ['autoResolved', 40],
    ['acknowledgedByService', 3],
    ['createdByAcknowledger', 1],
    ['acknowledgementLapsed', 2],
    ['escalated', 10],
    ['reassigned', 5],
    ['urgencyChanged', 1],
  ] as const)('has incidents that are %s: at least %i', (flag, least) => {
    expect(some(({ flags }) => flags[flag])).toBeGreaterThanOrEqual(least);
  });

  it('has noise: resolved by monitoring before anybody answered', () => {
    expect(
      some(
        ({ flags, firstUserAcknowledgement }) =>
          flags.autoResolved && !firstUserAcknowledgement,
      ),
    ).toBeGreaterThan(30);
  });

  it('remembers the former owner, who left', () => {
    expect(
      of('PPROFIL').filter(
        truth => truth.firstUserAcknowledgement?.userId === 'PERIKDA',
      ),
    ).toHaveLength(1);
  });
});

describe('incidents while it runs', () => {
  it('opens one every ten minutes, answered soon and over soon', () => {
    let now = NOW;
    const state = createPagerDutyState({
      clock: () => new Date(now),
      history: false,
      liveEvery: 10 * MINUTE,
    });
    now += 10 * MINUTE - 1;
    expect(state.truth.incidents()).toHaveLength(0);
    now += 1;
    expect(state.truth.incidents()).toHaveLength(1);
    now += 50 * MINUTE;
    const truths = state.truth.incidents();
    expect(truths).toHaveLength(6);
    truths.slice(0, 3).forEach(truth => {
      expect(truth.resolvedAt).not.toBeNull();
      expect(truth.secondsToAcknowledge).toBeLessThan(180);
    });
  });
});
