import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  IncidentActionResponse,
  incidentActionResponseSchema,
  incidentPrioritiesResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import {
  OnCallActionError,
  OnCallActionFailure,
} from '@engineering-owner/backstage-plugin-node';
import request from 'supertest';
import { FakeOnCallActions } from '../../__testUtils__/FakeOnCallActions';
import { FakeOnCallSource } from '../../__testUtils__/FakeOnCallSource';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import {
  component,
  incident,
  smallAccount,
  user,
} from '../../__testUtils__/onCallSimulation';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const ada = 'user:default/ada';
const of = (name: string) => `/v1/entities/by-name/component/default/${name}`;
const incidents = `${of('checkout')}/incidents`;
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString();

async function world(
  options: {
    policy?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
    entities?: Entity[];
    readOnly?: boolean;
    services?: string;
    /** A second account. */
    other?: FakeOnCallSource;
  } = {},
) {
  const source = smallAccount();
  const [checkout] = source.directory.services;
  source.directory.services.push(
    { ...checkout, id: 'PCART', name: 'Cart' },
    { ...checkout, id: 'PCHKWEB', name: 'Checkout web' },
  );
  source.put(incident('Q1', minutesAgo(10), []));
  source.put(incident('Q2', minutesAgo(10), [], { serviceId: 'PCART' }));
  source.put(incident('Q3', minutesAgo(10), [[5, 'resolve', 'PADA']]));
  const actions = new FakeOnCallActions(source);
  if (!options.readOnly) {
    source.actions = actions;
  }
  const signals = new FakeSignals();
  const auditor = mockServices.auditor.mock();
  const event = { success: jest.fn(), fail: jest.fn() };
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  auditor.createEvent.mockResolvedValue(event);
  const plugin = await startPlugin({
    entities: [
      component('checkout', {
        'pagerduty.com/service-id': options.services ?? 'PCHECKO',
      }),
      component('bare'),
      user('ada', 'Ada@example.test'),
      user('nameless', ''),
      ...(options.entities ?? []),
    ],
    features: [
      sourcesModule(sources => {
        sources.addOnCallSource(source);
        if (options.other) {
          sources.addOnCallSource(options.other);
        }
      }),
      auditor.factory,
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => signals,
      }),
    ],
    ...(options.policy && { policy: options.policy }),
  });
  await plugin.runAll();
  const post = (path: string, body: string | object = {}, who = ada) =>
    plugin.post(path, body, who);
  const act = async (
    path: string,
    body: object = {},
  ): Promise<IncidentActionResponse> => {
    const answer = await post(path, body);
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
    // Strictly what the contract says: nothing is left out by reading it.
    expect(incidentActionResponseSchema.parse(answer.body)).toEqual(
      answer.body,
    );
    return answer.body;
  };
  const onCall = async (who = ada) =>
    (await plugin.get(`${of('checkout')}/on-call`, who)).body;
  const changes = () =>
    actions.done.filter(({ act: each }) => !each.startsWith('read'));
  return {
    ...plugin,
    post,
    act,
    onCall,
    source,
    actions,
    changes,
    auditor,
    event,
    logger,
    signals,
  };
}

describe('acting on an incident', () => {
  it('acknowledges it in the name of the caller, and the tab shows it at once', async () => {
    const { act, changes, onCall, actions } = await world();

    const answer = await act(`${incidents}/Q1/acknowledge`);

    expect(answer).toMatchObject({
      entityRef: 'component:default/checkout',
      confirmed: true,
      incident: {
        id: 'Q1',
        status: 'acknowledged',
        service: { id: 'PCHECKO', name: 'Checkout' },
        acknowledgedBy: { name: 'Ada Lovelace', entityRef: ada },
      },
    });
    expect(changes()).toEqual([{ act: 'acknowledge', by: 'Ada@example.test' }]);
    expect(actions.done.map(({ act: each }) => each)).toEqual([
      'readIncident',
      'acknowledge',
      'readRecord',
    ]);
    const { open } = (await onCall()).incidents;
    expect(open).toMatchObject([
      {
        id: 'Q1',
        status: 'acknowledged',
        acknowledgedBy: { entityRef: ada },
        may: { act: true },
      },
    ]);
  });

  it('tells open pages which service it was about, and not what', async () => {
    const { act, signals } = await world();
    await new Promise(resolve => setTimeout(resolve, 550));
    signals.take();

    await act(`${incidents}/Q1/acknowledge`);

    const [{ message }] = signals.published;
    expect(message).toEqual({
      services: [
        { source: { type: 'pagerduty', name: 'default' }, id: 'PCHECKO' },
      ],
    });
  });

  it('counts as acknowledged by a person, also where a webhook told of it first', async () => {
    const { act, actions, onCall, source, runAll } = await world();
    actions.before = each => {
      if (each === 'readRecord') {
        throw new OnCallActionError('unavailable', 'answered 503');
      }
    };
    await act(`${incidents}/Q1/acknowledge`);
    await runAll();
    // As machines do, for all that is known of it.
    const before = await onCall();
    expect(before.responseTimes.mtta.excluded).toMatchObject({
      acknowledged_by_machine: 1,
    });

    actions.before = () => {};
    await act(`${incidents}/Q1/acknowledge`);
    await runAll();
    const after = await onCall();
    expect(after.incidents.open).toMatchObject([
      { acknowledgedBy: { entityRef: ada } },
    ]);
    expect(after.responseTimes.mtta.n).toBe(before.responseTimes.mtta.n + 1);
    expect(source.records.get('Q1')?.events.at(-1)?.channel).toBe('api');
  });

  it('is not taken back by a scheduled read that began before', async () => {
    const { act, onCall, source, runAll } = await world();
    const readOpen = source.readOpenIncidents.bind(source);
    source.readOpenIncidents = async (...asked) => {
      const open = await readOpen(...asked);
      source.readOpenIncidents = readOpen;
      await new Promise(resolve => setTimeout(resolve, 5));
      await act(`${incidents}/Q1/acknowledge`);
      expect(open).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ id: 'Q1', status: 'triggered' }),
        ]),
      );
      return open;
    };
    await runAll();
    expect((await onCall()).incidents.open).toMatchObject([
      { id: 'Q1', status: 'acknowledged' },
    ]);
  });

  it('resolves it with a note', async () => {
    const { act, changes, onCall } = await world();
    const answer = await act(`${incidents}/Q1/resolve`, { note: ' Fixed ' });
    expect(answer.incident.status).toBe('resolved');
    expect(changes()).toEqual([
      { act: 'resolve', by: 'Ada@example.test', what: 'Fixed' },
    ]);
    const { open, recent } = (await onCall()).incidents;
    expect(open).toEqual([]);
    expect(recent.map(({ id }: { id: string }) => id)).toContain('Q1');
  });

  it('adds a note, also to one that is over', async () => {
    const { act, changes } = await world();
    await act(`${incidents}/Q1/notes`, { content: 'On it' });
    await act(`${incidents}/Q3/notes`, { content: 'It was the cache' });
    expect(changes().map(({ what }) => what)).toEqual([
      'On it',
      'It was the cache',
    ]);
  });

  it('opens one, which the tab shows at once', async () => {
    const { act, changes, onCall } = await world();
    const { incident: opened } = await act(incidents, {
      title: 'Carts are empty',
      details: 'Since\nthe release',
      urgency: 'low',
      priority: 'P2',
    });
    expect(opened).toMatchObject({
      title: 'Carts are empty',
      status: 'triggered',
      urgency: 'low',
      assignees: [{ name: 'Ada Lovelace' }],
    });
    expect(changes()).toEqual([
      {
        act: 'trigger',
        by: 'Ada@example.test',
        what: {
          serviceId: 'PCHECKO',
          title: 'Carts are empty',
          details: 'Since\nthe release',
          urgency: 'low',
          priority: 'P2',
          key: expect.stringMatching(/^backstage-[0-9a-f]{32}$/),
        },
      },
    ]);
    const { open } = (await onCall()).incidents;
    expect(open.map(({ id }: { id: string }) => id)).toContain(opened.id);
  });

  it('opens by the same key what is asked for again, and by another what is not', async () => {
    const { act, changes } = await world();
    const requestId = 'b5bd04e0-2ab6-4d4d-9c8b-a44ff1a3d1a1';
    await act(incidents, { title: 'x', requestId });
    await act(incidents, { title: 'x', requestId });
    await act(incidents, { title: 'x' });
    const keys = changes().map(({ what }) => (what as { key: string }).key);
    expect(new Set(keys).size).toBe(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('asks which of several services', async () => {
    const { post, act, changes } = await world({ services: 'PCHECKO,PCHKWEB' });
    const unsaid = await post(incidents, { title: 'x' });
    expect(unsaid.status).toBe(400);
    expect(unsaid.body.error.message).toContain('"PCHECKO", "PCHKWEB"');
    await act(incidents, { title: 'x', serviceId: 'PCHKWEB' });
    expect(changes()).toMatchObject([{ what: { serviceId: 'PCHKWEB' } }]);
    const strange = await post(incidents, { title: 'x', serviceId: 'PCART' });
    expect(strange.status).toBe(404);
    expect(strange.body.error.message).toContain('has no service "PCART"');
  });

  it('says that it was done also when it cannot be read again', async () => {
    const { act, actions, onCall } = await world();
    actions.before = each => {
      if (each === 'readRecord') {
        throw new OnCallActionError('unavailable', 'answered 503');
      }
    };
    expect(await act(`${incidents}/Q1/acknowledge`)).toMatchObject({
      confirmed: false,
      incident: { status: 'acknowledged' },
    });
    expect((await onCall()).incidents.open).toMatchObject([
      { status: 'acknowledged' },
    ]);
  });
});

describe('who may not act', () => {
  const every = [
    ['', { title: 'x' }],
    ['/Q1/acknowledge', {}],
    ['/Q1/resolve', {}],
    ['/Q1/notes', { content: 'x' }],
  ] as const;

  it.each(every)('whoever the policy denies: %s', async (path, body) => {
    const { post, actions, onCall } = await world({
      policy: AuthorizeResult.DENY,
    });
    const { status, body: answer } = await post(`${incidents}${path}`, body);
    expect(status).toBe(403);
    expect(answer.error.message).toContain('engineering-owner.incident.act');
    expect(actions.done).toEqual([]);
    const { may, incidents: shown } = await onCall();
    const reason = { act: false, reason: 'permission' };
    expect([may, shown.open[0].may]).toEqual([reason, reason]);
  });

  it.each(every)('whoever may not read the entity: %s', async (path, body) => {
    const { post, actions } = await world();
    const { status } = await post(`${incidents}${path}`, body, deniedUser);
    expect(status).toBe(404);
    expect(actions.done).toEqual([]);
  });

  it.each(every)('a program: %s', async (path, body) => {
    const { backend, actions } = await world();
    const { status } = await request(backend.server)
      .post(`/api/engineering-owner${incidents}${path}`)
      .set('authorization', mockCredentials.service.header())
      .send(body);
    expect(status).toBe(403);
    expect(actions.done).toEqual([]);
    const { body: shown } = await request(backend.server)
      .get(`/api/engineering-owner${of('checkout')}/on-call`)
      .set('authorization', mockCredentials.service.header());
    expect(shown.may).toEqual({ act: false, reason: 'users_only' });
  });

  it.each([
    ['user:default/stranger', 'no_user', 'is no User of the catalog'],
    ['user:default/nameless', 'no_email', 'has no usable e-mail address'],
  ])('whom no account can know: %s', async (who, reason, message) => {
    const { post, actions, onCall } = await world();
    const { status, body } = await post(`${incidents}/Q1/acknowledge`, {}, who);
    expect([status, body.error.name]).toEqual([403, 'UnknownResponderError']);
    expect(body.error.message).toContain(message);
    expect(body.error.message).toContain('spec.profile.email');
    expect(actions.done).toEqual([]);
    expect((await onCall(who)).may).toEqual({ act: false, reason });
  });

  it('anybody on the incident of another service, or on none', async () => {
    const { post, actions, changes } = await world();
    const strange = ['%2E%2E', '..%2F..', '%00', 'x'.repeat(500)];
    for (const id of ['Q2', 'QNONE', ...strange]) {
      for (const [path, body] of every.slice(1)) {
        const { status } = await post(
          `${incidents}${path.replace('Q1', id)}`,
          body,
        );
        expect([id, path, status]).toEqual([id, path, 404]);
      }
    }
    expect(changes()).toEqual([]);
    // Only what may be an id is asked for.
    expect(actions.done).toHaveLength(2 * every.slice(1).length);
  });

  it('anybody where the incident went to another service a moment ago', async () => {
    const { post, changes, source } = await world();
    source.put(incident('Q1', minutesAgo(10), [], { serviceId: 'PCART' }));
    const { status } = await post(`${incidents}/Q1/acknowledge`);
    expect(status).toBe(404);
    expect(changes()).toEqual([]);
  });

  it('anybody where the entity names no service', async () => {
    const { post, get } = await world();
    const answer = await post(`${of('bare')}/incidents`, { title: 'x' });
    expect(answer.status).toBe(404);
    expect(answer.body.error.message).toContain('has no service');
    expect((await get(`${of('bare')}/on-call`, ada)).body.may).toEqual({
      act: false,
      reason: 'no_service',
    });
  });

  it('anybody where the account is only read', async () => {
    const { post, onCall } = await world({ readOnly: true });
    for (const [path, body] of every) {
      const answer = await post(`${incidents}${path}`, body);
      expect([path, answer.status]).toEqual([path, 403]);
      expect(answer.body.error.message).toContain('writes: false');
    }
    const { may, incidents: shown } = await onCall();
    const reason = { act: false, reason: 'read_only' };
    expect([may, shown.open[0].may]).toEqual([reason, reason]);
  });

  it.each(['acknowledge', 'resolve'])(
    'anybody who wants to %s what is resolved: it would be reopened',
    async what => {
      const { post, changes } = await world();
      const { status, body } = await post(`${incidents}/Q3/${what}`);
      expect([status, body.error.name]).toEqual([409, 'ConflictError']);
      expect(body.error.message).toContain('"Q3" is resolved since 20');
      expect(changes()).toEqual([]);
    },
  );
});

describe('an account that refuses', () => {
  it.each<[OnCallActionFailure, number, string]>([
    ['unknown_person', 403, 'UnknownResponderError'],
    ['not_found', 404, 'NotFoundError'],
    ['already_resolved', 409, 'ConflictError'],
    ['invalid', 400, 'InputError'],
    ['not_permitted', 403, 'NotAllowedError'],
    ['rate_limited', 429, 'AccountLimitError'],
    ['unavailable', 503, 'ServiceUnavailableError'],
    ['timeout', 504, 'ActionTimeoutError'],
  ])('for %s is answered by %i', async (failure, status, name) => {
    const { post, actions, event } = await world();
    actions.before = each => {
      if (each === 'acknowledge') {
        throw new OnCallActionError(failure, 'what would be right');
      }
    };
    const answer = await post(`${incidents}/Q1/acknowledge`);
    expect([answer.status, answer.body.error.name]).toEqual([status, name]);
    expect(answer.body.error.message).toBe('what would be right');
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('one person does not take the buttons from others; two do, until it takes a change', async () => {
    const { post, act, actions, onCall } = await world({
      entities: [
        user('alan', 'alan@example.test'),
        user('eve', 'eve@example.test'),
      ],
    });
    const [alan, eve] = ['user:default/alan', 'user:default/eve'];
    actions.before = each => {
      if (each === 'acknowledge') {
        throw new OnCallActionError('not_permitted', 'Access Denied');
      }
    };
    const refused = { act: false, reason: 'refused' };
    await post(`${incidents}/Q1/acknowledge`, {}, eve);
    await post(`${incidents}/Q1/acknowledge`, {}, eve);
    expect((await onCall(eve)).may).toEqual(refused);
    expect((await onCall()).may).toEqual({ act: true });
    await post(`${incidents}/Q1/acknowledge`, {}, alan);
    expect((await onCall()).may).toEqual(refused);
    actions.before = () => {};
    await act(`${incidents}/Q1/acknowledge`);
    expect((await onCall(alan)).may).toEqual({ act: true });
  });

  it('because its token may only read is shown so, until it takes a change', async () => {
    const { post, act, actions, onCall } = await world();
    actions.before = each => {
      if (each === 'acknowledge') {
        throw new OnCallActionError('not_permitted', 'the scope is missing');
      }
    };
    expect((await onCall()).may).toEqual({ act: true });
    await post(`${incidents}/Q1/acknowledge`);
    expect((await onCall()).may).toEqual({ act: false, reason: 'refused' });
    actions.before = () => {};
    await act(`${incidents}/Q1/acknowledge`);
    expect((await onCall()).may).toEqual({ act: true });
  });
});

describe('an entity with services of two accounts', () => {
  async function twoAccounts() {
    const other = smallAccount('emea');
    other.directory.services[0].id = 'PEMEA01';
    other.put(incident('QEMEA', minutesAgo(10), [], { serviceId: 'PEMEA01' }));
    const otherActions = new FakeOnCallActions(other);
    other.actions = otherActions;
    const both = await world({ services: 'PCHECKO,PEMEA01', other });
    return { ...both, other, otherActions };
  }

  it('has its incidents acted on where they are', async () => {
    const { act, changes, otherActions } = await twoAccounts();
    expect(await act(`${incidents}/QEMEA/acknowledge`)).toMatchObject({
      incident: { source: { name: 'emea' }, status: 'acknowledged' },
    });
    expect(changes()).toEqual([]);
    expect(otherActions.done.map(each => each.act)).toContain('acknowledge');
    await act(`${incidents}/Q1/acknowledge`);
    expect(changes()).toHaveLength(1);
  });

  it('is acted on in one account while the other is down, and says so of the other', async () => {
    const { act, post, actions } = await twoAccounts();
    actions.before = () => {
      throw new OnCallActionError('unavailable', 'default answered 503');
    };
    await act(`${incidents}/QEMEA/acknowledge`);
    const down = await post(`${incidents}/Q1/acknowledge`);
    expect([down.status, down.body.error.message]).toEqual([
      503,
      'default answered 503',
    ]);
  });

  it('shows of each whether its token may write', async () => {
    const { post, actions, onCall } = await twoAccounts();
    actions.before = each => {
      if (each === 'acknowledge') {
        throw new OnCallActionError('not_permitted', 'the scope is missing');
      }
    };
    await post(`${incidents}/Q1/acknowledge`);
    const { may, incidents: shown } = await onCall();
    const refused = { act: false, reason: 'refused' };
    expect(
      Object.fromEntries(
        shown.open.map((each: { id: string; may: unknown }) => [
          each.id,
          each.may,
        ]),
      ),
    ).toEqual({ Q1: refused, QEMEA: { act: true } });
    // One can be opened in the other.
    expect(may).toEqual({ act: true });
  });
});

describe('the priorities to open incidents with', () => {
  const path = `${incidents}/priorities`;
  const source = { type: 'pagerduty', name: 'default' };

  it('are told to those who may', async () => {
    const { get } = await world();
    const { status, body } = await get(path, ada);
    expect([status, body]).toEqual([
      200,
      {
        entityRef: 'component:default/checkout',
        priorities: [{ source, names: ['P1', 'P2'] }],
      },
    ]);
    expect(incidentPrioritiesResponseSchema.parse(body)).toEqual(body);
  });

  it('are not read for those who may not', async () => {
    const { get, actions } = await world({ policy: AuthorizeResult.DENY });
    expect((await get(path, ada)).status).toBe(403);
    expect(actions.done).toEqual([]);
  });

  it('that cannot be read say why', async () => {
    const { get, actions } = await world();
    actions.before = () => {
      throw new OnCallActionError('invalid', 'the scope is missing');
    };
    expect((await get(path, ada)).body.priorities).toMatchObject([
      { source, names: [], problem: { message: 'the scope is missing' } },
    ]);
  });
});

describe('what is sent', () => {
  const long = (length: number) => 'x'.repeat(length);

  it.each<[string, string, string | object, string]>([
    ['no title', '', {}, '"title"'],
    ['an empty title', '', { title: '  ' }, '"title"'],
    ['a long title', '', { title: long(256) }, '1 to 255 characters'],
    ['a title of lines', '', { title: 'a\nb' }, 'a text of one line'],
    ['a number as title', '', { title: 7 }, '"title"'],
    ['a strange urgency', '', { title: 'x', urgency: 'now' }, 'high or low'],
    ['long details', '', { title: 'x', details: long(5_001) }, '"details"'],
    ['a strange request id', '', { title: 'x', requestId: 'a' }, 'a UUID'],
    ['another sender', '', { title: 'x', from: 'boss@a.test' }, 'from'],
    ['another person', '/Q1/acknowledge', { by: 'boss@a.test' }, 'by'],
    ['a number as note', '/Q1/resolve', { note: 7 }, '"note"'],
    ['no note', '/Q1/notes', {}, '"content"'],
    ['a long note', '/Q1/notes', { content: long(5_001) }, '"content"'],
    ['a list', '/Q1/notes', [], 'The body'],
    ['half a body', '/Q1/notes', '{"content": "x', 'JSON'],
  ])(
    'is refused with what would be right: %s',
    async (_, path, body, message) => {
      const { post, actions } = await world();
      const answer = await post(`${incidents}${path}`, body);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toContain(message);
      expect(actions.done).toEqual([]);
    },
  );

  it('need be nothing where nothing is to be said', async () => {
    const { post } = await world();
    expect((await post(`${incidents}/Q1/acknowledge`, '')).status).toBe(200);
    expect((await post(`${incidents}/Q1/resolve`, '')).status).toBe(200);
  });
});

describe('the audit log', () => {
  it('has each action with who, what and what came of it', async () => {
    const { act, auditor, event } = await world();
    await act(`${incidents}/Q1/resolve`, { note: 'x'.repeat(5_000) });
    expect(auditor.createEvent).toHaveBeenCalledWith({
      eventId: 'incident-resolve',
      severityLevel: 'medium',
      request: expect.anything(),
      meta: {
        entityRef: 'component:default/checkout',
        incidentId: 'Q1',
        note: 'x'.repeat(200),
        noteLength: 5_000,
      },
    });
    expect(event.success).toHaveBeenCalledWith({
      meta: {
        incidentId: 'Q1',
        source: 'pagerduty:default',
        status: 'resolved',
        confirmed: true,
      },
    });
  });

  it('that cannot be written to does not make what was done a failure', async () => {
    const { act, event, logger } = await world();
    event.success.mockRejectedValue(new Error('no disk'));
    expect(await act(`${incidents}/Q1/acknowledge`)).toMatchObject({
      incident: { status: 'acknowledged' },
    });
    expect(event.fail).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringMatching(/incident-acknowledge.*Q1.*no disk/),
    );
  });

  it('has what was denied', async () => {
    const { post, event } = await world({ policy: AuthorizeResult.DENY });
    await post(`${incidents}/Q1/acknowledge`);
    expect(event.fail).toHaveBeenCalledWith({
      error: expect.objectContaining({ name: 'NotAllowedError' }),
    });
  });
});

describe('how often', () => {
  it('is bounded for each caller', async () => {
    const { post, changes } = await world({
      entities: [user('alan', 'alan@example.test')],
    });
    const statuses: number[] = [];
    for (let i = 0; i < 22; i++) {
      const { status } = await post(`${incidents}/Q1/notes`, { content: 'x' });
      statuses.push(status);
    }
    expect(statuses.filter(each => each === 429)).toHaveLength(2);
    expect(changes()).toHaveLength(20);
    const other = await post(
      `${incidents}/Q1/notes`,
      { content: 'x' },
      'user:default/alan',
    );
    expect(other.status).toBe(200);
  });
});
