import { OnCallActionError } from '@engineering-owner/backstage-plugin-node';
import { FakeTime, oauthAccount, testAccount } from '../__testUtils__/account';
import { setupSimulator } from '../__testUtils__/simulator';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { Account } from '../config/Account';
import { PagerDutyActions } from './PagerDutyActions';

const options = { signal: new AbortController().signal };
const by = { email: 'maya.okafor@parcel.example' };

describe('PagerDutyActions', () => {
  const simulator = setupSimulator();
  const actionsOf = (account: Partial<Account> = {}) =>
    new PagerDutyActions(
      new PagerDutyClient(testAccount(account), new FakeTime()),
    );
  const opened = () =>
    simulator.state.trigger({
      serviceId: 'PCHKOUT',
      title: 'Down',
      urgency: 'high',
    });
  const put = (id: string) =>
    simulator.state.requests.count(`PUT /incidents/${id}`);
  const failureOf = async (act: Promise<unknown>) => {
    const error = await act.then(
      () => undefined,
      each => each,
    );
    expect(error).toBeInstanceOf(OnCallActionError);
    return error as OnCallActionError;
  };

  it('acknowledges in the name of a person, and the log says who', async () => {
    const id = opened();
    const actions = actionsOf();
    expect(
      await actions.acknowledge({ incidentId: id, by }, options),
    ).toMatchObject({ id, status: 'acknowledged' });
    const record = await actions.readRecord(id, options);
    expect(record?.incident.status).toBe('acknowledged');
    expect(
      record?.events.find(({ kind }) => kind === 'acknowledge')?.agent,
    ).toMatchObject({ type: 'user', id: 'PMAYAOK' });
  });

  it('resolves with a note that stands in the log', async () => {
    const id = opened();
    const resolved = await actionsOf().resolve(
      { incidentId: id, by, note: 'Rolled back' },
      options,
    );
    expect(resolved).toMatchObject({
      status: 'resolved',
      resolvedAt: expect.any(String),
    });
    expect(simulator.state.log.incident(id)?.events.at(-1)).toMatchObject({
      kind: 'resolve',
      resolution: 'Rolled back',
    });
  });

  it('adds a note', async () => {
    const id = opened();
    await actionsOf().addNote(
      { incidentId: id, by, content: 'Looking at it' },
      options,
    );
    expect(simulator.state.log.incident(id)?.events.at(-1)).toMatchObject({
      kind: 'annotate',
      note: 'Looking at it',
      agent: { id: 'PMAYAOK' },
    });
  });

  const opening = {
    serviceId: 'PCARTSV',
    title: 'Carts are empty',
    urgency: 'low',
    key: 'key-1',
    by,
  } as const;

  it('opens an incident with details, urgency and priority', async () => {
    const incident = await actionsOf().trigger(
      { ...opening, details: 'Since the release', priority: 'P2' },
      options,
    );
    expect(incident).toMatchObject({
      title: 'Carts are empty',
      serviceId: 'PCARTSV',
      urgency: 'low',
      priority: 'P2',
      status: 'triggered',
    });
    const [trigger] = simulator.state.log.incident(incident.id)?.events ?? [];
    expect(trigger).toMatchObject({
      details: 'Since the release',
      agent: { type: 'user', id: 'PMAYAOK' },
    });
  });

  it('opens one incident by one key, also after it is resolved', async () => {
    const actions = actionsOf();
    const first = await actions.trigger(opening, options);
    expect((await actions.trigger(opening, options)).id).toBe(first.id);
    await actions.resolve({ incidentId: first.id, by }, options);
    expect((await actions.trigger(opening, options)).id).toBe(first.id);
    expect(simulator.state.requests.count('POST /incidents')).toBe(1);
  });

  it('reads the priorities once for many, highest first', async () => {
    const actions = actionsOf();
    expect(await actions.readPriorities(options)).toEqual(['P1', 'P2', 'P3']);
    await actions.readPriorities(options);
    await actions.trigger({ ...opening, priority: 'P3' }, options);
    expect(simulator.state.requests.count('GET /priorities')).toBe(1);
  });

  it('names the priorities there are when one is wanted that is not', async () => {
    const { failure, message } = await failureOf(
      actionsOf().trigger({ ...opening, priority: 'P9' }, options),
    );
    expect(failure).toBe('invalid');
    expect(message).toContain('no priority "P9"; there are: "P1", "P2", "P3"');
    expect(simulator.state.truth.openIncidents('PCARTSV')).toEqual([]);
  });

  it('opens without a priority where priorities cannot be read, and says how', async () => {
    simulator.state.faults.set({
      kind: 'missing_scope',
      pathPrefix: '/priorities',
    });
    const actions = actionsOf();
    const { failure, message } = await failureOf(
      actions.trigger({ ...opening, priority: 'P1' }, options),
    );
    expect(failure).toBe('invalid');
    expect(message).toMatch(/leave the priority out: .*priorities\.read/);
    await expect(actions.trigger(opening, options)).resolves.toBeDefined();
  });

  it('changes nothing twice: what failed is looked at, not sent again', async () => {
    const id = opened();
    const actions = actionsOf();
    simulator.state.faults.set({
      kind: 'malformed_json',
      pathPrefix: `/incidents/${id}`,
      requests: 1,
    });
    const { failure } = await failureOf(
      actions.acknowledge({ incidentId: id, by }, options),
    );
    expect(failure).toBe('unavailable');
    expect(put(id)).toBe(1);
    simulator.state.faults.set({
      kind: 'server_error',
      pathPrefix: `/incidents/${id}/notes`,
      requests: 1,
    });
    await failureOf(
      actions.addNote({ incidentId: id, by, content: 'x' }, options),
    );
    expect(simulator.state.requests.count(`POST /incidents/${id}/notes`)).toBe(
      1,
    );
  });

  it.each([
    ['unavailable', { kind: 'server_error', status: 503 }, '503'],
    ['rate_limited', { kind: 'rate_limited' }, 'rate limit of the key'],
    ['rate_limited', { kind: 'rate_limited_bare' }, 'rate limit of the key'],
    [
      'not_permitted',
      { kind: 'missing_scope' },
      'an OAuth app would need the scope incidents.write',
    ],
  ] as const)('says what is wrong: %s %o', async (failure, fault, message) => {
    const id = opened();
    simulator.state.faults.set(fault);
    const error = await failureOf(
      actionsOf().acknowledge({ incidentId: id, by }, options),
    );
    expect(error.failure).toBe(failure);
    expect(error.message).toContain(message);
    expect(put(id)).toBe(1);
  });

  it('does not even ask while the rate limit is used up, and does not wait', async () => {
    const id = opened();
    const actions = actionsOf();
    simulator.state.faults.set({ kind: 'rate_limited', requests: 1 });
    await failureOf(actions.acknowledge({ incidentId: id, by }, options));
    const { failure, message } = await failureOf(
      actions.acknowledge({ incidentId: id, by }, options),
    );
    expect(failure).toBe('rate_limited');
    expect(message).toMatch(/was not asked, since .* another \d+ s/);
    expect(put(id)).toBe(1);
  });

  it('tells a person whom the account does not know which address is meant', async () => {
    const { failure, message } = await failureOf(
      actionsOf().acknowledge(
        { incidentId: opened(), by: { email: 'sam@else.example' } },
        options,
      ),
    );
    expect(failure).toBe('unknown_person');
    expect(message).toContain('no user with the e-mail address sam@else');
    expect(message).toContain('spec.profile.email');
  });

  it('does not acknowledge what is resolved, nor what does not exist', async () => {
    const id = opened();
    const actions = actionsOf();
    await actions.resolve({ incidentId: id, by }, options);
    expect(
      (await failureOf(actions.acknowledge({ incidentId: id, by }, options)))
        .failure,
    ).toBe('already_resolved');
    expect(
      (
        await failureOf(
          actions.acknowledge({ incidentId: 'QNONE', by }, options),
        )
      ).failure,
    ).toBe('not_found');
    expect(await actions.readIncident('QNONE', options)).toBeUndefined();
    expect(await actions.readRecord('QNONE', options)).toBeUndefined();
  });

  it('asks for the scope to write only when somebody acts', async () => {
    const id = opened();
    const client = new PagerDutyClient(oauthAccount());
    await client.get('/services', {}, options.signal);
    const tokens = () => simulator.state.requests.count('POST /oauth/token');
    const before = tokens();
    const actions = new PagerDutyActions(client);
    await actions.acknowledge({ incidentId: id, by }, options);
    await actions.resolve({ incidentId: id, by }, options);
    expect(tokens() - before).toBe(1);
  });
  it('says which scope an OAuth app lacks that is granted no token to write', async () => {
    const fetched = globalThis.fetch;
    const spy = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async (address, init) =>
        String(init?.body).includes('incidents.write')
          ? Response.json({ error: 'invalid_scope' }, { status: 400 })
          : fetched(address, init),
      );
    try {
      const actions = new PagerDutyActions(new PagerDutyClient(oauthAccount()));
      const { failure, message } = await failureOf(
        actions.acknowledge({ incidentId: opened(), by }, options),
      );
      expect(failure).toBe('not_permitted');
      expect(message).toContain('needs the scope incidents.write for this');
    } finally {
      spy.mockRestore();
    }
  });
});
