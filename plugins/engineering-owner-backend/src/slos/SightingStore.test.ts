import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from '../store/Store';
import { SightingStore } from './SightingStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const at = (time: string) => new Date(`2026-11-23T${time}:00.000Z`);
const iso = (time: string) => at(time).toISOString();

describe.each(databases.eachSupportedId())('sightings on %s', databaseId => {
  async function world() {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    const sightings = new SightingStore(knex);
    return {
      sightings,
      live: (time: string, values: string[], lookedBefore = true) =>
        sightings.recordLive('g', {
          values,
          at: at(time),
          windowSeconds: 300,
          lookedBefore,
        }),
      ledger: (value: string, first: string, last: string) =>
        sightings.recordLedger(
          'g',
          new Map([[value, { first: at(first), last: at(last) }]]),
        ),
      get: (value = 'cart') => sightings.get('g', value),
    };
  }

  it('leave open when something was born that was there from the start', async () => {
    const { live, get } = await world();
    await live('14:00', ['cart'], false);
    await live('14:01', ['cart', 'new']);

    expect(await get()).toEqual({
      lastSeenAt: iso('14:01'),
      lastLiveAt: iso('14:01'),
    });
    expect(await get('new')).toEqual({
      firstSeenAt: iso('14:01'),
      lastSeenAt: iso('14:01'),
      lastLiveAt: iso('14:01'),
    });
  });

  it('date a disappearance back to before the window that is empty now', async () => {
    const { live, get } = await world();
    await live('14:08', ['cart']);
    await live('14:09', []);
    expect(await get()).toMatchObject({ lastSeenAt: iso('14:04') });

    await live('14:10', []);
    await live('14:30', ['other']);
    expect(await get()).toMatchObject({ lastSeenAt: iso('14:04') });
  });

  it('keep the last sighting when nobody looked for a while', async () => {
    const { live, get } = await world();
    await live('14:08', ['cart']);
    await live('15:00', []);
    expect(await get()).toMatchObject({ lastSeenAt: iso('14:08') });
  });

  it('begin anew from a clock that was set back', async () => {
    const { live, get } = await world();
    await live('18:00', ['cart']);
    await live('14:00', ['cart', 'new']);

    expect(await get('new')).toMatchObject({ lastSeenAt: iso('14:00') });
  });

  it('learn from the ledger how old something is, without losing the finer end', async () => {
    const { live, ledger, get } = await world();
    await live('14:20', ['cart'], false);
    await ledger('cart', '13:00', '15:00');
    await ledger('cart', '03:00', '04:00');
    await ledger('cart', '09:00', '10:00');

    expect(await get()).toEqual({
      firstSeenAt: iso('03:00'),
      lastSeenAt: iso('14:20'),
      lastLiveAt: iso('14:20'),
    });
  });

  it('tell what only hours see from what five minutes saw', async () => {
    const { live, ledger, get } = await world();
    await live('14:20', ['cart']);
    await live('14:22', []);
    await ledger('cart', '14:00', '15:00');
    await ledger('cart', '15:00', '16:00');
    await ledger('rare', '15:00', '16:00');

    expect(await get('cart')).toMatchObject({
      lastSeenAt: iso('16:00'),
      lastLiveAt: iso('14:17'),
    });
    expect(await get('rare')).toEqual({
      firstSeenAt: iso('15:00'),
      lastSeenAt: iso('16:00'),
    });
  });

  it('learn from the ledger of something that is gone already', async () => {
    const { ledger, get } = await world();
    await ledger('cart', '09:00', '11:00');
    await ledger('cart', '02:00', '03:00');
    await ledger('cart', '12:00', '13:00');

    expect(await get()).toEqual({
      firstSeenAt: iso('02:00'),
      lastSeenAt: iso('13:00'),
    });
  });

  it('claim nothing before the day up to which a stranger was forgotten', async () => {
    const { live, ledger, get, sightings } = await world();
    await live('14:20', ['stranger', 'cart'], false);
    await ledger('stranger', '01:00', '02:00');
    await sightings.pruneStrangers('g', '2026-11-23');
    expect(await get('stranger')).toMatchObject({ firstSeenAt: iso('01:00') });

    await sightings.pruneStrangers('g', '2026-11-24');
    expect(await get('stranger')).toMatchObject({
      firstSeenAt: '2026-11-24T00:00:00.000Z',
      lastSeenAt: iso('14:20'),
    });
  });
});
