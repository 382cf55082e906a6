import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { service, simulate } from '../__testUtils__/simulation';
import { testDatabases } from '../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();

/** Requests of each minute from 23:50 to 00:35, a day after the first start. */
async function steadyRequests(services: number): Promise<number[]> {
  const names = Array.from({ length: services }, (_, i) => `service-${i}`);
  const source = new FakeSliSource();
  names.forEach(name => source.services.set(name, { total: 60, bad: 0.01 }));
  const world = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: names.map(name => service(name)),
    start: new Date('2026-11-22T23:40:10Z'),
    source,
  });
  await world.pass(5);
  world.skip(24 * 60);
  await world.pass(5);
  return world.pass(45);
}

describe('requests to a source at steady state', () => {
  it('are at most 8 a minute for one template, and the same for 1 and for 50 services', async () => {
    const one = await steadyRequests(1);
    const fifty = await steadyRequests(50);

    expect(Math.max(...one)).toBeLessThanOrEqual(8);
    expect(fifty).toEqual(one);
    // Short windows each minute, long ones every five, and the ledger.
    expect(one.reduce((sum, each) => sum + each, 0) / one.length).toBeLessThan(
      5,
    );
    expect(Math.min(...one)).toBeGreaterThanOrEqual(3);
  });
});
