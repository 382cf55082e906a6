import {
  acknowledgementTimes,
  firstAcknowledgement,
  Incident,
  IncidentEvent,
  IncidentRecord,
  Problem,
  timeToResolve,
  urgencyAtTrigger,
} from '@engineering-owner/backstage-plugin-common';
import { oauthAccount, testAccount } from '../__testUtils__/account';
import { setupSimulator } from '../__testUtils__/simulator';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutySource } from './PagerDutySource';

const now = new Date('2026-03-18T10:00:00Z');
const daysFromNow = (days: number) =>
  new Date(now.getTime() + days * 86_400_000);
const options = { signal: new AbortController().signal };

describe('PagerDutySource', () => {
  const simulator = setupSimulator({ clock: () => now });
  const source = () => new PagerDutySource(new PagerDutyClient(testAccount()));
  const serviceIds = () =>
    simulator.state.account.services.map(service => service.id);

  async function readAllIncidents(of: PagerDutySource, wanted: string[]) {
    const incidents: Incident[] = [];
    const pages = of.readIncidents(
      { serviceIds: wanted, since: daysFromNow(-91), until: now },
      options,
    );
    for await (const page of pages) {
      incidents.push(...page);
    }
    return incidents;
  }

  it('names itself', () => {
    expect(source().source).toEqual({ type: 'pagerduty', name: 'default' });
  });

  it('reads services, policies with every level and responders', async () => {
    const { account } = simulator.state;
    const directory = await source().readDirectory(options);
    expect(directory.services.map(({ id }) => id).sort()).toEqual(
      serviceIds().sort(),
    );
    for (const policy of account.policies) {
      const read = directory.policies.find(({ id }) => id === policy.id);
      expect(
        read?.levels.map(({ level, targets }) => [
          level,
          ...targets.map(({ id }) => id),
        ]),
      ).toEqual(policy.levels.map((target, index) => [index + 1, target.id]));
    }
    const ada = account.users[0];
    expect(directory.responders).toContainEqual(
      expect.objectContaining({
        id: ada.id,
        name: ada.name,
        email: ada.email,
        timeZone: ada.timeZone,
      }),
    );
  });

  it('goes on without responders where users may not be read, and names the scope', async () => {
    simulator.state.faults.set({ kind: 'missing_scope', pathPrefix: '/users' });
    const problems: Problem[] = [];
    const directory = await source().readDirectory({
      ...options,
      onProblem: problem => problems.push(problem),
    });
    expect(directory.services).toHaveLength(serviceIds().length);
    expect(directory.policies).toHaveLength(
      simulator.state.account.policies.length,
    );
    // Not none: those known before stay.
    expect(directory).not.toHaveProperty('responders');
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'responders_unreadable',
        message: expect.stringContaining('users.read'),
      }),
    ]);
  });

  it('reads all but that for which an OAuth app was given no scope, and names it', async () => {
    const fetched = globalThis.fetch;
    const spy = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (address, init) =>
        // The identity service grants all scopes that are asked for, or none.
        /users\.read|oncalls\.read/.test(String(init?.body))
          ? Response.json({ error: 'invalid_scope' }, { status: 400 })
          : fetched(address, init),
      );
    try {
      const app = new PagerDutySource(new PagerDutyClient(oauthAccount()));
      const problems: Problem[] = [];
      const directory = await app.readDirectory({
        ...options,
        onProblem: problem => problems.push(problem),
      });
      expect(directory.services).toHaveLength(serviceIds().length);
      expect(problems).toEqual([
        expect.objectContaining({
          code: 'responders_unreadable',
          message: expect.stringContaining('the scope users.read'),
        }),
      ]);
      await expect(
        app.readShifts(
          { policyIds: ['P1'], from: now, to: daysFromNow(1) },
          options,
        ),
      ).rejects.toThrow('the scope oncalls.read');
      await expect(
        app.readOpenIncidents({ serviceIds: serviceIds() }, options),
      ).resolves.not.toEqual([]);
    } finally {
      spy.mockRestore();
    }
  });

  it('does not take services that may not be read for none', async () => {
    simulator.state.faults.set({
      kind: 'missing_scope',
      pathPrefix: '/services',
    });
    await expect(source().readDirectory(options)).rejects.toThrow('403');
  });

  it('reads who is on call at every level, permanent ones included', async () => {
    const { truth, account } = simulator.state;
    const shifts = await source().readShifts(
      {
        policyIds: account.policies.map(({ id }) => id),
        from: now,
        to: daysFromNow(28),
      },
      options,
    );
    const onNow = shifts.filter(
      ({ start, end }) =>
        (start === null || Date.parse(start) <= now.getTime()) &&
        (end === null || Date.parse(end) > now.getTime()),
    );
    const key = (policyId: string, level: number, userId: string) =>
      `${policyId} ${level} ${userId}`;
    expect(
      onNow
        .map(each => key(each.policyId, each.level, each.responderId))
        .sort(),
    ).toEqual(
      truth
        .onCallNow()
        .map(each => key(each.policyId, each.level, each.userId))
        .sort(),
    );
    expect(onNow).toContainEqual(
      expect.objectContaining({ start: null, end: null }),
    );
    expect(shifts.length).toBeGreaterThan(onNow.length);
  });

  it('reads the open incidents of the services asked for, however old', async () => {
    const open = (
      await Promise.all(
        serviceIds().map(async id =>
          simulator.state.truth.openIncidents(id).map(({ state }) => state.id),
        ),
      )
    ).flat();
    expect(open.length).toBeGreaterThan(0);
    const read = await source().readOpenIncidents(
      { serviceIds: serviceIds() },
      options,
    );
    expect(read.map(({ id }) => id).sort()).toEqual(open.sort());
  });

  it('asks nothing for no services', async () => {
    expect(
      await source().readOpenIncidents({ serviceIds: [] }, options),
    ).toEqual([]);
    expect(await readAllIncidents(source(), [])).toEqual([]);
    expect(simulator.state.requests.total).toBe(0);
  });

  it.each([
    { services: 100, named: true },
    { services: 101, named: false },
  ])(
    'makes as many requests for $services services, and drops the others’ incidents',
    async ({ services, named }) => {
      const [wanted] = serviceIds();
      const many = [
        wanted,
        ...Array.from({ length: services - 1 }, (_, i) => `PNONE${i}`),
      ];
      const read = await readAllIncidents(source(), many);
      expect(read.length).toBeGreaterThan(0);
      expect(new Set(read.map(({ serviceId }) => serviceId))).toEqual(
        new Set([wanted]),
      );
      const [request] = simulator.state.requests.recent();
      expect(request.query.includes('service_ids')).toBe(named);
    },
  );

  it('reads incidents by id and leaves out those that do not exist', async () => {
    const [{ id }] = simulator.state.truth.incidents();
    const read = await source().readIncidentsById([id, 'QNOTTHERE'], options);
    expect(read.map(each => each.id)).toEqual([id]);
  });

  it('does not take the 404 of a proxy for an incident that does not exist', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch').mockImplementation(
      async () =>
        new Response('<html>no route</html>', {
          status: 404,
          headers: { 'content-type': 'text/html' },
        }),
    );
    try {
      await expect(source().readIncidentsById(['Q1'], options)).rejects.toThrow(
        /GET \/incidents\/Q1 answered 404 .*no route/,
      );
    } finally {
      fetched.mockRestore();
    }
  });

  it('does not take a failure for an incident that does not exist', async () => {
    simulator.state.faults.set({ kind: 'missing_scope' });
    await expect(source().readIncidentsById(['Q1'], options)).rejects.toThrow(
      '403',
    );
  });

  it('does not take an incident it cannot understand for one that does not exist', async () => {
    const client = new PagerDutyClient(testAccount());
    jest
      .spyOn(client, 'get')
      .mockResolvedValue({ incident: { id: 'Q1', status: 'napping' } });
    await expect(
      new PagerDutySource(client).readIncidentsById(['Q1'], options),
    ).rejects.toThrow('the incident "Q1" could not be understood');
  });

  it('reads what changed in a stretch, in the order of time', async () => {
    const since = daysFromNow(-7);
    const { events, incidentIds } = await source().readChanges(
      { since, until: now },
      options,
    );
    const happened = simulator.state.log
      .events()
      .filter(
        ({ at, kind }) =>
          at >= since.getTime() &&
          at < now.getTime() &&
          kind !== 'field_change',
      );
    expect(events).toHaveLength(happened.length);
    expect(incidentIds.sort()).toEqual(
      [...new Set(happened.map(({ incidentId }) => incidentId))].sort(),
    );
    const times = events.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
  });

  it('gives all that response times are computed from: they equal the simulator’s truth', async () => {
    const incidents = await readAllIncidents(source(), serviceIds());
    const { events } = await source().readChanges(
      { since: daysFromNow(-91), until: now },
      options,
    );
    const logs = new Map<string, IncidentEvent[]>();
    events.forEach(event =>
      logs.set(event.incidentId, [
        ...(logs.get(event.incidentId) ?? []),
        event,
      ]),
    );
    const records = incidents.map(
      (incident): IncidentRecord => ({
        incident,
        events: logs.get(incident.id) ?? [],
      }),
    );
    const truths = simulator.state.truth.incidents();
    expect(records).toHaveLength(truths.length);

    for (const truth of truths) {
      const record = records.find(({ incident }) => incident.id === truth.id)!;
      expect({
        id: truth.id,
        urgency: urgencyAtTrigger(record),
        merged: record.incident.mergedInto !== undefined,
      }).toEqual({
        id: truth.id,
        urgency: truth.urgencyAtTrigger,
        merged: truth.flags.merged,
      });
      const acknowledgement = firstAcknowledgement(record);
      expect({
        id: truth.id,
        seconds:
          acknowledgement.kind === 'acknowledged'
            ? acknowledgement.seconds
            : null,
      }).toEqual({
        id: truth.id,
        seconds: truth.flags.createdByAcknowledger
          ? null
          : truth.secondsToAcknowledge,
      });
      const resolution = timeToResolve(record);
      expect({
        id: truth.id,
        resolution:
          resolution.kind === 'resolved'
            ? [resolution.seconds, resolution.automatic]
            : null,
      }).toEqual({
        id: truth.id,
        resolution:
          truth.secondsToResolve === null
            ? null
            : [truth.secondsToResolve, truth.flags.autoResolved],
      });
    }
    const mtta = acknowledgementTimes(records, { targetSeconds: 300 });
    expect(mtta.n).toBeGreaterThan(10);
    expect(mtta.excluded).not.toHaveProperty('log_incomplete');
  });
});
