import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { Store } from '../store/Store';
import { DefinitionStore } from './DefinitionStore';
import { DocumentDefinition } from './documents/DocumentDefinition';
import { DocumentSetStore } from './documents/DocumentSetStore';
import { GroupPlans } from './GroupPlans';
import { GroupStore } from './GroupStore';

const databases = testDatabases();

describe('the plans of groups', () => {
  it('have what is held in memory of a group let go when no document defines it any more', async () => {
    const knex = await databases.init('SQLITE_3');
    await Store.create({ database: mockServices.database({ knex }) });
    const sets = new DocumentSetStore(knex);
    const source = new FakeSliSource();
    const groups = new GroupStore(knex);
    const kept: boolean[] = [];
    let ids: string[] = [];
    const plans = new GroupPlans({
      templates: [],
      sources: [source],
      sets,
      definitions: new DefinitionStore(knex),
      held: [
        groups,
        { keepInMemory: isKnown => kept.push(...ids.map(isKnown)) },
      ],
    });
    const define = (names: string[], at: string) =>
      sets.replace('annotation', {
        sets: names.map(name => ({
          entityRef: `component:default/${name}`,
          definitions: [definition(name)],
          problems: [],
          input: name,
        })),
        unchanged: [],
        at: new Date(at),
      });

    await define(['a', 'b'], '2026-11-23T14:00:00Z');
    ids = (await plans.list(source)).map(({ group }) => group.id);
    expect(ids).toHaveLength(2);
    await groups.save(ids[1], {
      inspection: 'first',
      problems: [],
      at: new Date('2026-11-23T14:00:00Z'),
    });
    expect((await groups.get(ids[1]))?.inspection).toBe('first');
    await define(['a'], '2026-11-23T14:01:00Z');
    expect(await plans.list(source)).toHaveLength(1);

    expect(kept.slice(-2)).toEqual([true, false]);
    // What is held is told apart by its time alone; gone, it is read again.
    await knex('sli_groups').update({ inspection: '"second"' });
    expect((await groups.get(ids[1]))?.inspection).toBe('second');
  });
});

function definition(name: string): DocumentDefinition {
  return {
    name,
    title: name,
    objective: 0.99,
    window: { type: 'rolling', duration: '7d', seconds: 604_800 },
    indicator: {
      ratio: { total: `${name}_total`, bad: `${name}_failed` },
    },
    source: { type: 'prometheus' },
    indicatorPlace: `${name}.yaml, line 1`,
    definedBy: { type: 'document', name, place: `${name}.yaml` },
  };
}
