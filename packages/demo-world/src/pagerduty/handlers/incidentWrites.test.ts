import { ask } from '../__testUtils__/client';
import { createPagerDutyState, PagerDutyState } from '../state';
import { MINUTE } from '../time';

const from = { from: 'maya.okafor@parcel.example' };

describe('writing incidents', () => {
  let now: number;
  let state: PagerDutyState;
  beforeEach(() => {
    now = Date.parse('2026-03-18T10:00:00Z');
    state = createPagerDutyState({
      clock: () => new Date(now),
      history: false,
    });
  });

  const opened = (serviceId = 'PCHKOUT') =>
    state.trigger({ serviceId, title: 'Down', urgency: 'high' });

  function put(id: string, incident: object, headers: object = from) {
    return ask(state, `/incidents/${id}`, {
      method: 'PUT',
      headers: { ...headers },
      body: { incident: { type: 'incident_reference', ...incident } },
    });
  }

  const entries = async (id: string): Promise<string[]> =>
    (
      await ask(state, `/incidents/${id}/log_entries?is_overview=true`)
    ).body.log_entries
      .map(({ type }: { type: string }) => type)
      .reverse();

  it('acknowledges and resolves, and the log says who', async () => {
    const id = opened();
    now += MINUTE;
    const acknowledged = await put(id, { status: 'acknowledged' });
    expect(acknowledged.body.incident).toMatchObject({
      status: 'acknowledged',
      acknowledgements: [
        { at: '2026-03-18T10:01:00Z', acknowledger: { id: 'PMAYAOK' } },
      ],
    });
    now += MINUTE;
    const resolved = await put(id, { status: 'resolved', resolution: 'Fixed' });
    expect(resolved.body.incident).toMatchObject({
      status: 'resolved',
      resolved_at: '2026-03-18T10:02:00Z',
      acknowledgements: [],
      assignments: [],
    });
    expect(await entries(id)).toEqual([
      'trigger_log_entry',
      'assign_log_entry',
      'acknowledge_log_entry',
      'resolve_log_entry',
    ]);
  });

  it.each([
    ['escalation', { escalation_level: 2 }, 'escalate_log_entry'],
    ['urgency', { urgency: 'low' }, 'urgency_change_log_entry'],
    [
      'people',
      {
        assignments: [{ assignee: { id: 'PWEICHE', type: 'user_reference' } }],
      },
      'assign_log_entry',
    ],
    [
      'escalation policy',
      {
        escalation_policy: {
          id: 'PPPAYMT',
          type: 'escalation_policy_reference',
        },
      },
      'delegate_log_entry',
    ],
    [
      'priority',
      { priority: { id: 'PPRIOR3', type: 'priority_reference' } },
      'field_value_change_log_entry',
    ],
  ])('changes the %s', async (_, change, type) => {
    const id = opened();
    expect((await put(id, change)).status).toBe(200);
    const { body } = await ask(state, `/incidents/${id}/log_entries?limit=1`);
    expect(body.log_entries[0]).toMatchObject({
      type,
      agent: { id: 'PMAYAOK', type: 'user_reference' },
    });
  });

  it('takes an acknowledgement back where the service says so', async () => {
    const id = opened('PLOGINS');
    await put(id, { status: 'acknowledged' });
    now += 30 * MINUTE;
    expect((await ask(state, `/incidents/${id}`)).body.incident.status).toBe(
      'triggered',
    );
  });

  it('reopens a resolved incident', async () => {
    const id = opened();
    await put(id, { status: 'resolved' });
    const { body } = await put(id, { status: 'triggered' });
    expect(body.incident).toMatchObject({
      status: 'triggered',
      resolved_at: null,
    });
  });

  it.each([
    [{}, 'The From header is required'],
    [{ from: 'someone@else.example' }, 'someone@else.example'],
  ])('refuses a writer it does not know: %o', async (headers, reason) => {
    const { status, body } = await put(
      opened(),
      { status: 'resolved' },
      headers,
    );
    expect(status).toBe(400);
    expect(body.error.errors[0]).toContain(reason);
  });

  it.each([
    ['acknowledging what is resolved', { status: 'acknowledged' }],
    ['a status that does not exist', { status: 'open' }],
    ['a level that does not exist', { escalation_level: 9 }],
  ])('refuses %s with 400', async (_, change) => {
    const id = opened();
    await put(id, { status: 'resolved' });
    expect((await put(id, change)).status).toBe(400);
  });

  it.each([
    [{ assignments: [{ assignee: { id: 'PNOBODY' } }] }, 'PNOBODY'],
    [{ priority: { id: 'PNONE' } }, 'PNONE'],
    [{ escalation_policy: { id: 'PNONE' } }, 'PNONE'],
  ])('refuses what does not exist, by name: %o', async (change, name) => {
    const { status, body } = await put(opened(), change);
    expect(status).toBe(400);
    expect(body.error.errors[0]).toContain(name);
  });

  it('opens an incident for whoever is on call', async () => {
    const { status, body } = await ask(state, '/incidents', {
      method: 'POST',
      headers: from,
      body: {
        incident: {
          type: 'incident',
          title: 'Carts are empty',
          service: { id: 'PCARTSV', type: 'service_reference' },
        },
      },
    });
    expect(status).toBe(201);
    expect(body.incident).toMatchObject({
      title: 'Carts are empty',
      status: 'triggered',
      urgency: 'high',
      assignments: [
        { assignee: { id: state.truth.onCall('PPSTORE', 1)?.userId } },
      ],
    });
    expect(state.truth.openIncidents('PCARTSV')).toHaveLength(1);
  });

  it.each([
    ['without a title', { service: { id: 'PCARTSV' } }],
    ['on no service', { title: 'x', service: { id: 'PNONE' } }],
    [
      'with a priority that does not exist',
      { title: 'x', service: { id: 'PCARTSV' }, priority: { id: 'P0' } },
    ],
  ])('refuses an incident %s with 400', async (_, incident) => {
    const { status, body } = await ask(state, '/incidents', {
      method: 'POST',
      headers: from,
      body: { incident: { type: 'incident', ...incident } },
    });
    expect(status).toBe(400);
    expect(body.error.errors).toHaveLength(1);
  });

  it('refuses a second open incident with the same key', async () => {
    const body = {
      incident: {
        type: 'incident',
        title: 'x',
        service: { id: 'PCARTSV' },
        incident_key: 'k',
      },
    };
    const post = () =>
      ask(state, '/incidents', { method: 'POST', headers: from, body });
    expect((await post()).status).toBe(201);
    expect((await post()).status).toBe(400);
  });

  it('changes at most 250 incidents at a time', async () => {
    const id = opened();
    const putMany = (count: number) =>
      ask(state, '/incidents', {
        method: 'PUT',
        headers: from,
        body: {
          incidents: Array.from({ length: count }, () => ({
            id,
            type: 'incident_reference',
          })),
        },
      });
    expect((await putMany(250)).status).toBe(200);
    expect((await putMany(251)).status).toBe(413);
  });

  it('changes none of several incidents when one does not exist', async () => {
    const id = opened();
    const { status } = await ask(state, '/incidents', {
      method: 'PUT',
      headers: from,
      body: {
        incidents: [id, 'QNONE'].map(one => ({
          id: one,
          type: 'incident_reference',
          status: 'resolved',
        })),
      },
    });
    expect(status).toBe(404);
    expect(state.log.incident(id)?.state.status).toBe('triggered');
  });

  it('adds a note', async () => {
    const id = opened();
    const { body } = await ask(state, `/incidents/${id}/notes`, {
      method: 'POST',
      headers: from,
      body: { note: { content: 'Looking at it' } },
    });
    expect(body.note).toMatchObject({
      content: 'Looking at it',
      user: { id: 'PMAYAOK' },
    });
    expect((await ask(state, `/incidents/${id}/notes`)).body.notes).toEqual([
      body.note,
    ]);
  });
});
