import {
  GroupReading,
  ReadOptions,
  SliGroup,
  Stretch,
} from '@engineering-owner/backstage-plugin-node';
import { JsonValue } from '@backstage/types';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { service, simulate } from '../../__testUtils__/simulation';
import { testDatabases } from '../../__testUtils__/databases';

jest.setTimeout(60_000);

const databases = testDatabases();
const start = new Date('2026-11-23T14:02:40Z');
const checkout = service('checkout');

/** Its counters go on under another label: once, what they held looks born. */
class RelabelledSource extends FakeSliSource {
  relabelled?: { at: Date; held: { bad: number; total: number } };

  override async read(
    group: SliGroup,
    inspection: JsonValue,
    stretch: Stretch,
    options: ReadOptions,
  ): Promise<GroupReading> {
    const reading = await super.read(group, inspection, stretch, options);
    const found = reading.values.get('checkout');
    const { at, held } = this.relabelled ?? {};
    if (
      at &&
      held &&
      found?.kind === 'counts' &&
      stretch.from < at &&
      at <= stretch.to &&
      held.total <= found.total
    ) {
      reading.values.set('checkout', {
        kind: 'counts',
        bad: found.bad + held.bad,
        total: found.total + held.total,
      });
    }
    return reading;
  }
}

async function world(source = new FakeSliSource()) {
  source.services.set('checkout', { total: 600 });
  source.services.set('cart', { total: 30 });
  const simulated = await simulate({
    knex: await databases.init('SQLITE_3'),
    entities: [checkout],
    start,
    source,
  });
  const month = async () => {
    const { slos } = await simulated.slosOf(checkout);
    const [slo] = slos;
    const end = new Date(slo.window.endsAt ?? '');
    const truly = source.truth('checkout', {
      from: new Date(slo.window.startsAt ?? ''),
      to: end,
    });
    return { slo, truly };
  };
  return { ...simulated, source, month };
}

describe('a stretch of the day, bounded by the hours of the ledger', () => {
  it('keeps an outage of this morning that the source has lost at noon', async () => {
    const { source, pass, skip, month } = await world();
    const outage = {
      from: new Date('2026-11-23T09:00:00Z'),
      to: new Date('2026-11-23T09:30:00Z'),
    };
    source.services.set('checkout', { total: 600, outages: [outage] });
    await pass(8);
    expect((await month()).slo).toMatchObject({ bad: 18_000 });

    source.keptSince = new Date('2026-11-23T12:00:00Z');
    await pass(8);
    const { slo } = await month();
    expect(slo).toMatchObject({ state: 'ok', bad: 18_000 });
    // The hours stand for all but three quarters of one, a month ago.
    expect(slo).toMatchObject({ total: 600 * (720 * 60 - 45) });

    skip(10 * 60 + 30);
    await pass(8);
    expect((await month()).slo).toMatchObject({ bad: 18_000 });
  });

  it('lets a read stand that has more than the hours had: samples came late', async () => {
    const { source, pass, month } = await world();
    source.services.set('checkout', { total: 600 });
    await pass(8);
    expect((await month()).slo).toMatchObject({ bad: 0 });

    const outage = {
      from: new Date('2026-11-23T09:00:00Z'),
      to: new Date('2026-11-23T09:30:00Z'),
    };
    source.services.set('checkout', { total: 6_000, outages: [outage] });
    await pass(6);
    expect((await month()).slo).toMatchObject({ bad: 180_000 });
  });

  it('does not count again what a counter held when its label changed today', async () => {
    const source = new RelabelledSource();
    const { pass, month } = await world(source);
    source.relabelled = {
      at: new Date('2026-11-23T10:20:00Z'),
      held: { bad: 9_000, total: 108_000 },
    };
    await pass(8);

    const { slo, truly } = await month();
    expect(slo).toMatchObject({ bad: 0, total: truly?.total });
  });

  it('does not count it again either on the day that leaves the window', async () => {
    const source = new RelabelledSource();
    const { pass, month } = await world(source);
    source.relabelled = {
      at: new Date('2026-10-24T18:20:00Z'),
      held: { bad: 9_000, total: 108_000 },
    };
    await pass(8);

    const { slo, truly } = await month();
    expect(slo).toMatchObject({ bad: 0, total: truly?.total });
  });

  it('asks for the rest of the day only where the hours contradict it', async () => {
    const source = new RelabelledSource();
    const { pass } = await world(source);
    const restsRead = async () => {
      source.requests.length = 0;
      await pass(5);
      const lastHour = '2026-11-23T14:00:00.000Z';
      return source.requests.filter(
        ({ kind, from, to }) =>
          kind === 'read' &&
          from?.toISOString() === lastHour &&
          Number(to) - Number(from) > 5 * 60_000,
      ).length;
    };
    await pass(15);
    expect(await restsRead()).toBe(0);

    source.relabelled = {
      at: new Date('2026-11-23T10:20:00Z'),
      held: { bad: 9_000, total: 108_000 },
    };
    expect(await restsRead()).toBe(1);
  });
});
