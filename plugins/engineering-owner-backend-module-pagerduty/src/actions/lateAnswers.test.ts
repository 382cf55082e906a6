import { OnCallActionError } from '@engineering-owner/backstage-plugin-node';
import {
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { testAccount } from '../__testUtils__/account';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutyActions } from './PagerDutyActions';

const options = { signal: new AbortController().signal };
const by = { email: 'maya.okafor@parcel.example' };
/** The change takes longer than that; the look after it ends when it is done. */
const TIMEOUT = 800;
const CHANGE = 1_000;
const LOOK = 500;

/** Over real connections: what was sent is carried out, though nobody waits. */
describe('an answer that comes too late', () => {
  let simulator: PagerDutySimulator;
  let actions: PagerDutyActions;

  beforeEach(async () => {
    simulator = await startPagerDutySimulator({
      port: 0,
      history: false,
      liveEvery: 86_400_000,
    });
    actions = new PagerDutyActions(
      new PagerDutyClient(
        testAccount({
          apiBaseUrl: simulator.url,
          timeoutMilliseconds: TIMEOUT,
        }),
      ),
    );
  });
  afterEach(() => simulator.close());

  const slow = (pathPrefix: string, milliseconds: number) =>
    simulator.state.faults.set({
      kind: 'slow',
      milliseconds,
      pathPrefix,
      requests: 1,
    });
  const open = (serviceId: string) =>
    simulator.state.truth.openIncidents(serviceId).map(({ state }) => state);
  const opening = {
    serviceId: 'PCARTSV',
    title: 'Carts are empty',
    urgency: 'high',
    key: 'key-1',
    by,
  } as const;

  it('opens no second incident: the next attempt finds the first by its key', async () => {
    const fetched = globalThis.fetch;
    const spy = jest
      .spyOn(globalThis, 'fetch')
      .mockImplementation((address, init) => {
        // The look for an incident with the key before it is answered at once.
        if (init?.method === 'POST') {
          slow('/incidents', CHANGE);
        }
        return fetched(address, init);
      });
    const attempt = actions.trigger(opening, options).finally(() => {
      spy.mockRestore();
    });
    await expect(attempt).rejects.toThrow('was not answered within 0.8 s');
    await expect(attempt).rejects.toBeInstanceOf(OnCallActionError);
    while (open('PCARTSV').length === 0) {
      await new Promise(resolve => setTimeout(resolve, 10));
    }

    const { id } = await actions.trigger(opening, options);
    expect(open('PCARTSV').map(each => each.id)).toEqual([id]);
    expect(simulator.state.requests.count('POST /incidents')).toBe(1);
  });

  it('is found out about by looking at the incident', async () => {
    const id = simulator.state.trigger({
      serviceId: 'PCHKOUT',
      title: 'Down',
      urgency: 'high',
    });
    slow(`/incidents/${id}`, CHANGE);
    // Looking takes longer than the change, which is carried out meanwhile.
    const attempt = actions.resolve({ incidentId: id, by }, options);
    await new Promise(resolve => setTimeout(resolve, TIMEOUT / 2));
    slow(`/incidents/${id}`, LOOK);
    expect(await attempt).toMatchObject({ id, status: 'resolved' });
    expect(simulator.state.requests.count(`PUT /incidents/${id}`)).toBe(1);
  });

  it('adds no second note', async () => {
    const id = simulator.state.trigger({
      serviceId: 'PCHKOUT',
      title: 'Down',
      urgency: 'high',
    });
    const path = `/incidents/${id}/notes`;
    slow(path, CHANGE);
    const attempt = actions.addNote(
      { incidentId: id, by, content: 'Looking at it' },
      options,
    );
    await new Promise(resolve => setTimeout(resolve, TIMEOUT / 2));
    slow(path, LOOK);
    await attempt;
    expect(simulator.state.requests.count(`POST ${path}`)).toBe(1);
  });
});
