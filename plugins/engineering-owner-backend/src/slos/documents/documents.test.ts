import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { SlosResponse } from '@engineering-owner/backstage-plugin-common';
import { testDatabases } from '../../__testUtils__/databases';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { FakeUrlReader } from '../../__testUtils__/FakeUrlReader';
import { service, simulate } from '../../__testUtils__/simulation';

const databases = testDatabases();
jest.setTimeout(60_000);

const at = 'https://git.example.com/shop/';

const sloText = (name: string, changes: Record<string, string> = {}) => {
  const parts = {
    counter: 'true',
    method: 'Occurrences',
    target: '0.999',
    duration: '4w',
    bad: `requests{service="${name}",code="500"}`,
    total: `requests{service="${name}"}`,
    ...changes,
  };
  return `apiVersion: openslo/v1
kind: SLO
metadata: {name: ${name}}
spec:
  service: cart
  indicator:
    metadata: {name: ${name}-ratio}
    spec:
      ratioMetric:
        counter: ${parts.counter}
        bad: {metricSource: {type: Prometheus, spec: {query: '${parts.bad}'}}}
        total: {metricSource: {type: Prometheus, spec: {query: '${parts.total}'}}}
  timeWindow: [{duration: ${parts.duration}, isRolling: true}]
  budgetingMethod: ${parts.method}
  objectives: [{target: ${parts.target}}]
`;
};

const naming = (name: string, slos: string): Entity => {
  const entity = service(name);
  entity.metadata.annotations = {
    'backstage.io/managed-by-location': `url:${at}catalog-info.yaml`,
    'engineering-owner/slos': slos,
  };
  return entity;
};

/** What an entity says, in short. */
const brief = ({ slos, problems }: SlosResponse) => ({
  slos: slos.map(slo =>
    slo.state === 'invalid'
      ? `${slo.name} invalid: ${slo.problem.message}`
      : `${slo.name} ${slo.state}`,
  ),
  problems: problems.map(({ message }) => message),
});

describe.each(databases.eachSupportedId())('documents of SLOs, %s', id => {
  async function start(
    entities: Entity[],
    documents: ConstructorParameters<typeof FakeUrlReader>[0] = {},
    templates: Parameters<typeof simulate>[0]['templates'] = [],
  ) {
    const source = new FakeSliSource();
    // Stands for what a definition of one entity alone counts.
    source.services.set('', { total: 60, bad: 0.06 });
    source.services.set('cart', { total: 60 });
    const urlReader = new FakeUrlReader(documents);
    const knex = await databases.init(id);
    const world = await simulate({
      knex,
      entities,
      start: new Date('2026-11-23T14:02:40Z'),
      templates,
      source,
      urlReader,
    });
    const store = (all: Entity[]) =>
      world.context.entities.replaceAll(
        all.map(entity => ({
          entityRef: stringifyEntityRef(entity),
          entity,
          ancestors: [],
        })),
      );
    await store(entities);
    const [cart] = entities;
    return {
      ...world,
      urlReader,
      store,
      say: async (entity = cart) => brief(await world.slosOf(entity)),
    };
  }

  it('read a document that an entity names, and read what it counts', async () => {
    const { pass, slosOf, source } = await start(
      [naming('cart', 'slos.yaml')],
      {
        [`${at}slos.yaml`]: sloText('orders'),
      },
    );
    await pass(3);
    const { slos, problems } = await slosOf(naming('cart', 'slos.yaml'));
    expect(problems).toEqual([]);
    expect(slos).toHaveLength(1);
    expect(slos[0]).toMatchObject({
      name: 'orders',
      objective: 0.999,
      window: { type: 'rolling', duration: '28d' },
      definedBy: {
        type: 'document',
        name: 'orders',
        place: 'slos.yaml:1',
        url: `${at}slos.yaml`,
        line: 1,
      },
    });
    const hour = slos[0].burnRates.find(({ window }) => window === '1h');
    expect(hour).toMatchObject({ state: 'ok', total: 3600 });
    expect(source.requests.length).toBeGreaterThan(0);
  });

  it('are used although hosts do not answer for longer than a turn has time', async () => {
    const places = Array.from({ length: 20 }, (_, i) => `hangs-${i}.yaml`);
    const shop = naming('shop', places.join(', '));
    const cart = naming('cart', 'slos.yaml');
    const { pass, skip, say, urlReader } = await start([shop, cart], {
      [`${at}slos.yaml`]: sloText('orders'),
    });
    const readUrl = urlReader.readUrl.bind(urlReader);
    urlReader.readUrl = async (...asked) => {
      if (asked[0].includes('hangs')) {
        skip(1);
      }
      return readUrl(...asked);
    };

    await pass(1);
    expect(urlReader.asked.length).toBeLessThan(8);
    await pass(3);
    expect(await say(cart)).toEqual({ slos: ['orders ok'], problems: [] });
  });

  it('tell every mistake with file and line, and hide nothing beside it', async () => {
    const availability = {
      name: 'availability',
      filter: { kind: 'component' },
      entityLabel: 'service',
      indicator: { ratio: { total: 'requests', bad: 'requests{code="500"}' } },
      objective: 99.9,
      window: '30d',
    };
    const { pass, say } = await start(
      [naming('cart', 'a.yaml, b.yaml, gone.yaml, https://wiki.example.com/x')],
      {
        [`${at}a.yaml`]: [
          sloText('good'),
          sloText('high', { target: '1.5' }),
          'kind: [SLO\n',
          sloText('slices', { method: 'Timeslices' }).replace(
            '{target: 0.999}',
            '{target: 0.999, timeSliceTarget: 0.9, timeSliceWindow: 1m}',
          ),
          sloText('wrong', { total: 'requests{{' }),
        ].join('---\n'),
        [`${at}b.yaml`]: '<!DOCTYPE html>',
      },
      [availability],
    );
    await pass(2);
    const { slos, problems } = await say();
    expect(slos.sort()).toEqual([
      expect.stringMatching(/^availability /),
      expect.stringMatching(/^good /),
      expect.stringMatching(
        /^slices invalid: .*SLO "slices": spec.budgetingMethod is "Timeslices", which is not supported yet/,
      ),
      expect.stringContaining(
        'wrong invalid: a.yaml:59 (SLO "wrong").indicator.ratio.total of template "wrong" is "requests{{"',
      ),
    ]);
    expect(problems).toEqual([
      'gone.yaml in engineering-owner/slos of component:default/cart does not exist (https://git.example.com/shop/gone.yaml); write a path relative to the file that the entity is from',
      'https://wiki.example.com/x in engineering-owner/slos of component:default/cart may not be read by this portal (https://wiki.example.com/x); hosts are allowed by backend.reading.allow or an integration',
      expect.stringMatching(
        /^a\.yaml:3[4-9]:\d+: document 2: is no YAML that can be read/,
      ),
      'a.yaml:31:25: SLO "high": spec.objectives[0].target is 1.5; expected a fraction from 0 up to, but not including, 1, for example 0.999',
      expect.stringContaining(
        'b.yaml:1:1: document 0: is no mapping; expected apiVersion: openslo/v1',
      ),
    ]);
  });

  it('find files by a pattern, and tell names given twice with both places', async () => {
    const { pass, say, urlReader } = await start(
      [naming('cart', './slos/*.yaml')],
      {
        [`${at}slos/a.yaml`]: `${sloText('one')}---\n${sloText('two')}`,
        [`${at}slos/b.yaml`]: sloText('two'),
        [`${at}slos/deep/c.yaml`]: sloText('three'),
      },
    );
    await pass(2);
    expect(await say()).toEqual({
      slos: [expect.stringMatching(/^one /)],
      problems: [
        './slos/a.yaml:19:18: SLO "two": metadata.name is the name of another SLO too, at ./slos/b.yaml:3; names are unique per kind, so neither is used',
        './slos/b.yaml:3:18: SLO "two": metadata.name is the name of another SLO too, at ./slos/a.yaml:19; names are unique per kind, so neither is used',
      ].map(text => expect.stringContaining(text)),
    });

    urlReader.documents.delete(`${at}slos/b.yaml`);
    await pass(7);
    expect(await say()).toEqual({
      slos: [expect.stringMatching(/^one /), expect.stringMatching(/^two /)],
      problems: [],
    });
  });

  it('read each place once, and again by its version only', async () => {
    const { pass, urlReader } = await start(
      [naming('cart', 'a.yaml'), naming('search', 'a.yaml')],
      { [`${at}a.yaml`]: sloText('orders') },
    );
    await pass(4);
    expect(urlReader.asked).toEqual([`${at}a.yaml`]);
    await pass(6);
    expect(urlReader.asked).toEqual([`${at}a.yaml`, `${at}a.yaml`]);
  });

  it('are read on when the clock was set back', async () => {
    const { pass, skip, urlReader } = await start([naming('cart', 'a.yaml')], {
      [`${at}a.yaml`]: sloText('orders'),
    });
    await pass(2);
    skip(-600);
    await pass(1);
    expect(urlReader.asked).toEqual([`${at}a.yaml`, `${at}a.yaml`]);
  });

  it('let entities share a document, whose events are the same', async () => {
    const entities = [naming('cart', 'a.yaml'), naming('search', 'a.yaml')];
    const { pass, slosOf } = await start(entities, {
      [`${at}a.yaml`]: sloText('orders'),
    });
    await pass(3);
    for (const entity of entities) {
      const { slos } = await slosOf(entity);
      expect(slos.map(({ name }) => name)).toEqual(['orders']);
      expect(slos[0].state).not.toBe('invalid');
    }
  });

  it('keep what was read while a host does not answer, and say so', async () => {
    const { pass, say, urlReader } = await start([naming('cart', 'a.yaml')], {
      [`${at}a.yaml`]: sloText('orders'),
    });
    await pass(2);
    urlReader.documents.set(`${at}a.yaml`, new Error('502 Bad Gateway'));
    await pass(6);
    const { slos, problems } = await say();
    expect(slos).toHaveLength(1);
    expect(problems).toEqual([
      expect.stringMatching(
        /^a\.yaml in .* could not be read since 2026-\S+, what was read before is used: 502 Bad Gateway$/,
      ),
    ]);

    urlReader.documents.set(`${at}a.yaml`, sloText('orders'));
    await pass(7);
    expect((await say()).problems).toEqual([]);
  });

  it('drop what is not defined any more, and take up what is', async () => {
    const { pass, say, urlReader, store } = await start(
      [naming('cart', 'a.yaml')],
      { [`${at}a.yaml`]: sloText('orders') },
    );
    await pass(2);
    urlReader.documents.set(`${at}a.yaml`, sloText('payments'));
    await pass(7);
    expect((await say()).slos).toEqual([expect.stringMatching(/^payments /)]);

    await store([service('cart')]);
    await pass(2);
    expect(await say(service('cart'))).toEqual({ slos: [], problems: [] });
  });

  it('let a template keep a name that a document takes too', async () => {
    const orders = {
      name: 'orders',
      filter: { kind: 'component' },
      entityLabel: 'service',
      indicator: { ratio: { total: 'requests', bad: 'requests{code="500"}' } },
      objective: 99.9,
      window: '30d',
    };
    const { pass, slosOf } = await start(
      [naming('cart', 'a.yaml')],
      { [`${at}a.yaml`]: sloText('orders') },
      [orders],
    );
    await pass(2);
    const { slos, problems } = await slosOf(naming('cart', 'a.yaml'));
    expect(slos.map(({ definedBy }) => definedBy.type)).toEqual(['template']);
    expect(problems.map(({ message }) => message)).toEqual([
      'component:default/cart has an SLO "orders" from engineeringOwner.slos.templates[0] and another of that name from a.yaml:1; the first is used. Give one of them another name',
    ]);
  });

  it('read many groups of single entities at the same time', async () => {
    const text = Array.from({ length: 60 }, (_, i) =>
      sloText(`slo-${i}`, { duration: '6h' }),
    );
    const { pass, source, slosOf } = await start([naming('cart', 'a.yaml')], {
      [`${at}a.yaml`]: text.join('---\n'),
    });
    let now = 0;
    let most = 0;
    const read = source.read.bind(source);
    const wait = (ms: number) => new Promise(done => setTimeout(done, ms));
    // However slow the machine is: all that may wait together do so first.
    let enough: () => void = () => {};
    const together = new Promise<void>(resolve => {
      enough = resolve;
    });
    source.read = async (...args) => {
      now += 1;
      most = Math.max(most, now);
      if (now === 40) {
        enough();
      }
      await Promise.race([together, wait(10_000)]);
      await wait(30);
      now -= 1;
      return read(...args);
    };
    await pass(1);
    expect(most).toBe(40);
    expect((await slosOf(naming('cart', 'a.yaml'))).slos).toHaveLength(60);
  });

  describe('that are entities', () => {
    const ratioOf = (name: string, counter = true) => ({
      ratioMetric: {
        counter,
        ...Object.fromEntries(
          ['bad', 'total'].map(part => [
            part,
            {
              metricSource: {
                type: 'Prometheus',
                spec: { query: `requests{part="${part}", of="${name}"}` },
              },
            },
          ]),
        ),
      },
    });
    const slo = (name: string, changes: object = {}): Entity => ({
      apiVersion: 'openslo/v1',
      kind: 'SLO',
      metadata: {
        name,
        namespace: 'default',
        annotations: {
          'engineering-owner/openslo-metadata': JSON.stringify({
            name,
            displayName: 'Orders',
            labels: { team: ['a', 'b'] },
          }),
        },
      },
      spec: JSON.parse(
        JSON.stringify({
          service: 'cart',
          indicator: { metadata: { name: 'r' }, spec: ratioOf(name) },
          timeWindow: [{ duration: '4w', isRolling: true }],
          budgetingMethod: 'Occurrences',
          objectives: [{ target: 0.999 }],
          ...changes,
        }),
      ),
    });

    it('have an SLO of their own, which the component of their service shows too', async () => {
      const entities = [service('cart'), slo('orders')];
      const { pass, slosOf } = await start(entities);
      await pass(3);
      for (const entity of entities) {
        const { slos, problems } = await slosOf(entity);
        expect(problems).toEqual([]);
        expect(slos).toHaveLength(1);
        expect(slos[0]).toMatchObject({
          name: 'orders',
          title: 'Orders',
          definedBy: {
            type: 'entity',
            name: 'orders',
            place: 'slo:default/orders',
          },
        });
        expect(slos[0].burnRates[0]).toMatchObject({
          window: '5m',
          total: 300,
        });
      }
    });

    it('tell what is wrong with them', async () => {
      const sli: Entity = {
        apiVersion: 'openslo/v1',
        kind: 'SLI',
        metadata: { name: 'errors', namespace: 'default' },
        spec: JSON.parse(JSON.stringify(ratioOf('x', false))),
      };
      const byRef = { indicator: undefined, indicatorRef: 'errors' };
      const entities = [
        service('cart'),
        slo('good'),
        slo('high', { objectives: [{ target: 2 }] }),
        slo('by-ref', byRef),
        sli,
      ];
      const { pass, say } = await start(entities);
      await pass(2);
      const [cart, good, high, ref, own] = await Promise.all(
        entities.map(each => say(each)),
      );
      const target =
        'slo:default/high: SLO "high": spec.objectives[0].target is 2; expected a fraction';
      const counter =
        'sli:default/errors: SLI "errors": spec.ratioMetric.total';
      expect(good).toEqual({
        slos: [expect.stringMatching(/^good /)],
        problems: [],
      });
      expect(high).toEqual({
        slos: [],
        problems: [expect.stringContaining(target)],
      });
      const invalid = expect.stringContaining(`by-ref invalid: ${counter}`);
      expect(ref).toEqual({ slos: [invalid], problems: [] });
      expect(own).toEqual({
        slos: [],
        problems: [expect.stringContaining(counter)],
      });
      expect(cart).toEqual({
        slos: expect.arrayContaining([
          invalid,
          expect.stringMatching(/^good /),
        ]),
        problems: [expect.stringContaining(target)],
      });
    });
  });
});
