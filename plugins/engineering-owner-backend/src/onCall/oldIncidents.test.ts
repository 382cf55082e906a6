import {
  PagerDutySimulator,
  startPagerDutySimulator,
} from '@engineering-owner/demo-world';
import { component } from '../__testUtils__/onCallSimulation';
import { startOnAccount } from '../__testUtils__/startOnAccount';

jest.setTimeout(60_000);

const DAY = 86_400_000;
const ada = { type: 'user', id: 'PMAYAOK' } as const;

/** An incident of so many days ago, and what happened to it on other days. */
function opened(id: string, daysAgo: number, now: number) {
  const at = now - daysAgo * DAY;
  return {
    id: `R${id}0`,
    incidentId: `Q${id}`,
    at,
    kind: 'trigger',
    agent: { type: 'service', id: 'PCHKOUT' },
    channel: 'api',
    title: `Opened ${daysAgo} days ago`,
    serviceId: 'PCHKOUT',
    policyId: 'PPSTORE',
    urgency: 'high',
    incidentKey: id,
    priorityId: null,
    details: '',
  } as const;
}

function resolved(id: string, daysAgo: number, now: number) {
  return {
    id: `R${id}1`,
    incidentId: `Q${id}`,
    at: now - daysAgo * DAY,
    kind: 'resolve',
    agent: ada,
    channel: 'website',
    mergedInto: null,
    resolution: null,
  } as const;
}

describe('an incident that was created seven months ago', () => {
  let simulator: PagerDutySimulator;
  let now = Math.floor(Date.now() / 1000) * 1000;

  afterEach(async () => {
    await simulator.close();
  });

  it('is in the time to resolve of the month in which it is resolved', async () => {
    simulator = await startPagerDutySimulator({
      port: 0,
      clock: () => new Date(now),
      history: () => [
        opened('OPEN', 210, now),
        opened('BEFORE', 210, now),
        resolved('BEFORE', 20, now),
        opened('LONGAGO', 210, now),
        resolved('LONGAGO', 100, now),
      ],
    });
    const plugin = await startOnAccount(simulator, {
      entities: [
        component('checkout', { 'pagerduty.com/service-id': 'PCHKOUT' }),
      ],
    });
    await plugin.runAll();
    const read = async () => {
      const { body } = await plugin.get(
        '/v1/entities/by-name/component/default/checkout/on-call',
      );
      return {
        open: body.incidents.open.map(({ id }: { id: string }) => id),
        mtta: body.responseTimes.mtta,
        mttr: body.responseTimes.mttr,
      };
    };
    // Resolved before the account was first read, in the days that were read.
    const first = await read();
    expect(first.open).toEqual(['QOPEN']);
    expect(first.mttr).toMatchObject({
      n: 1,
      figures: { medianSeconds: (190 * DAY) / 1000 },
    });

    // And resolved now: the change feed tells of it.
    now = Math.floor(Date.now() / 1000) * 1000;
    simulator.state.plan([resolved('OPEN', 0, now)]);
    await plugin.runAll();
    const after = await read();
    expect(after.open).toEqual([]);
    expect(after.mttr.n).toBe(2);
    expect(after.mttr.figures.p90Seconds).toBeGreaterThanOrEqual(
      (210 * DAY) / 1000,
    );
    // None of them was created in the period.
    expect(after.mtta.n).toBe(0);
    expect(after.mtta.excluded).toEqual({});
  });
});
