import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { Store } from '../store/Store';
import { DefinitionStore } from './DefinitionStore';
import { StoredVerdict, VerdictStore } from './VerdictStore';

jest.setTimeout(60_000);

const databases = testDatabases();

const fine: StoredVerdict = {
  entityRef: 'component:default/cart',
  name: 'availability',
  state: 'ok',
  tone: 'fine',
  code: 'ok',
  rank: 30,
  remaining: 0.5,
};
const firing: StoredVerdict = {
  ...fine,
  tone: 'act_now',
  code: 'page_firing',
  rank: 1,
};

const names = { matched: ['availability'], kept: [] };
const define = (knex: Knex) =>
  new DefinitionStore(knex).replace({
    ...names,
    members: [
      {
        entityRef: fine.entityRef,
        name: fine.name,
        groupId: 'group',
        entityValue: 'cart',
      },
    ],
  });

const codes = async (knex: Knex) =>
  (await knex('slo_verdicts').select('code')).map(({ code }) => code);

describe.each(databases.eachSupportedId())('verdicts on %s', databaseId => {
  async function database() {
    const knex = await databases.init(databaseId);
    await Store.create({ database: mockServices.database({ knex }) });
    return knex;
  }

  it('are the last that any of two replicas wrote', async () => {
    const knex = await database();
    await define(knex);
    const one = new VerdictStore(knex);
    const other = new VerdictStore(knex);

    await one.save('group', [fine]);
    await other.save('group', [firing]);
    expect(await codes(knex)).toEqual([firing.code]);

    await one.save('group', [fine]);
    expect(await codes(knex)).toEqual([fine.code]);
  });

  it('are not even compared by the database when nobody else wrote', async () => {
    const knex = await database();
    await define(knex);
    const verdicts = new VerdictStore(knex);
    await verdicts.save('group', [fine, { ...fine, name: 'latency' }]);
    const asked: string[] = [];
    knex.on('query', ({ sql }) => asked.push(sql));
    const written = () => asked.filter(sql => sql.includes('slo_verdicts'));

    await verdicts.save('group', [fine, { ...fine, name: 'latency' }]);
    expect(written()).toEqual([]);

    await verdicts.save('group', [firing, { ...fine, name: 'latency' }]);
    expect(written()).toHaveLength(1);
    expect((await codes(knex)).sort()).toEqual([fine.code, firing.code]);
  });

  it('are written again for a definition that was removed and added again', async () => {
    const knex = await database();
    const definitions = new DefinitionStore(knex);
    const verdicts = new VerdictStore(knex);
    await define(knex);
    await verdicts.save('group', [fine]);
    await definitions.replace({ ...names, members: [] });
    expect(await codes(knex)).toEqual([]);

    await define(knex);
    await verdicts.save('group', [fine]);
    expect(await codes(knex)).toEqual([fine.code]);
  });
});
