import { mockServices } from '@backstage/backend-test-utils';
import { AlertPairStatus } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from '../store/Store';
import { DefinitionStore } from './DefinitionStore';
import { pairKey, PairStateStore } from './PairStateStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const slo = { entityRef: 'component:default/cart', name: 'availability' };
const names = { matched: ['availability'], kept: [] };
const define = (knex: Knex, entityValue: string) =>
  new DefinitionStore(knex).replace({
    ...names,
    members: [{ ...slo, groupId: 'group', entityValue }],
  });

const pair = (state: AlertPairStatus['state']): AlertPairStatus => ({
  severity: 'page',
  longWindow: '1h',
  shortWindow: '5m',
  factor: 14.4,
  state,
  since: '2026-11-23T14:00:00.000Z',
});

const stateOf = async (store: PairStateStore) =>
  (await store.listOfGroup('group')).get(pairKey(slo))?.[0].state;

describe.each(databases.eachSupportedId())('alert pairs on %s', databaseId => {
  async function database() {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    await define(knex, 'cart');
    return knex;
  }

  it('are those that any of two replicas wrote last', async () => {
    const knex = await database();
    const one = new PairStateStore(knex);
    const other = new PairStateStore(knex);

    await one.save('group', [{ ...slo, pairs: [pair('firing')] }]);
    expect(await stateOf(one)).toBe('firing');
    expect(await stateOf(other)).toBe('firing');

    await other.save('group', [{ ...slo, pairs: [pair('recovering')] }]);
    expect(await stateOf(other)).toBe('recovering');
    expect(await stateOf(one)).toBe('recovering');

    // Neither had read what the other wrote before it wrote itself.
    await one.save('group', [{ ...slo, pairs: [pair('ok')] }]);
    await other.save('group', [{ ...slo, pairs: [pair('held')] }]);
    await one.save('group', [{ ...slo, pairs: [pair('firing')] }]);
    expect(await stateOf(other)).toBe('firing');
    expect(await stateOf(one)).toBe('firing');
  });

  it('are not read again while nobody else wrote', async () => {
    const knex = await database();
    const store = new PairStateStore(knex);
    await stateOf(store);
    await store.save('group', [{ ...slo, pairs: [pair('firing')] }]);
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));

    expect(await stateOf(store)).toBe('firing');

    expect(asked.filter(sql => sql.includes('slo_pair_states'))).toEqual([]);
    expect(await stateOf(new PairStateStore(knex))).toBe('firing');
  });

  it('are gone with an SLO that is measured by something else now', async () => {
    const knex = await database();
    const store = new PairStateStore(knex);
    await store.save('group', [{ ...slo, pairs: [pair('firing')] }]);
    expect(await stateOf(store)).toBe('firing');

    await define(knex, 'basket');

    expect(await stateOf(store)).toBeUndefined();
  });
});
