import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../__testUtils__/databases';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { availability, service } from '../__testUtils__/simulation';
import { sourcesModule, startPlugin } from '../__testUtils__/startPlugin';

jest.setTimeout(60_000);

const databases = testDatabases();
const slosPath = '/v1/entities/by-name/component/default/checkout/slos';

describe('SLOs that are switched off', () => {
  it('are gone at the next start, from entities, lists and the summary', async () => {
    const knex = await databases.init('SQLITE_3');
    const database = createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => mockServices.database({ knex }),
    });
    const entities = [service('checkout')];
    const source = new FakeSliSource();
    source.services.set('checkout', { total: 600 });
    const on = await startPlugin({
      entities,
      config: { engineeringOwner: { slos: { templates: [availability] } } },
      features: [
        database,
        sourcesModule(sources => sources.addSliSource(source)),
      ],
    });
    await on.runAll();
    expect((await on.get(slosPath)).body.slos).toHaveLength(1);
    expect((await on.get('/v1/slos')).body.items).toHaveLength(1);

    const off = await startPlugin({ entities, features: [database] });

    expect((await off.get(slosPath)).body.slos).toEqual([]);
    expect((await off.get('/v1/slos')).body.items).toEqual([]);
    expect(await knex('slo_definitions')).toEqual([]);
    expect(await knex('slo_verdicts')).toEqual([]);
    expect(await knex('sli_readings')).toEqual([]);
  });
});
