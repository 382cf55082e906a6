import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { Knex } from 'knex';
import { testDatabases } from '../__testUtils__/databases';
import { FakeUrlReader } from '../__testUtils__/FakeUrlReader';
import { EntityStore } from '../entities/EntityStore';
import { Store } from '../store/Store';
import { createRunbooksTask } from './createRunbooksTask';
import { DocumentStore } from './DocumentStore';
import { runbookId } from './runbookId';

const databases = testDatabases();
const repository = 'https://git.example.com/shop/r/blob/main/';
const url = `${repository}a.md`;
const id = runbookId(url);

/** In parts, since linters take it for our own. */
const scriptUrl = ['javascript', 'alert(1)'].join(':');

async function setUp(knex: Knex) {
  await Store.create({ database: mockServices.database({ knex }) });
  let now = new Date('2026-11-23T10:00:00Z');
  const entities = new EntityStore(knex);
  const documents = new DocumentStore(knex);
  const urlReader = new FakeUrlReader({ [url]: '# A\n\nSteps.\n' });
  const runbookUrls: string[] = [];
  const task = createRunbooksTask({
    alerts: {
      current: async () => [],
      rules: async () => undefined,
      runbookUrls: async () => runbookUrls,
      section: async () => ({ state: 'ok' }),
    },
    clock: () => now,
    documents,
    due: async () => true,
    everySeconds: 60,
    entities,
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
    schedule: { frequency: { seconds: 60 }, timeout: { seconds: 60 } },
    urlReader,
  });
  return {
    documents,
    urlReader,
    runbookUrls,
    name: (runbooks: string, names = ['checkout']) =>
      entities.replaceAll(
        names.map(name => ({
          entityRef: `component:default/${name}`,
          ancestors: [],
          entity: {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: {
              name,
              annotations: {
                'backstage.io/managed-by-location': `url:${repository}x.yaml`,
                'engineering-owner/runbooks': runbooks,
              },
            },
          },
        })),
      ),
    run: (minutesLater = 0) => {
      now = new Date(now.getTime() + minutesLater * 60_000);
      return task.run(new AbortController().signal);
    },
    read: async () =>
      (await documents.getMany([id], { withContent: true })).get(id),
  };
}

describe.each(databases.eachSupportedId())('reading runbooks into %s', db => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(db);
  });

  it('tells of some failing documents where there are many', async () => {
    const { documents } = await setUp(knex);
    for (const name of ['a', 'b', 'c']) {
      await documents.recordFailure({
        id: name,
        url: `https://git.example/${name}.md`,
        at: new Date('2026-11-23T10:00:00Z'),
        error: '502',
      });
    }

    expect(await documents.listFailing(2)).toEqual([
      { url: 'https://git.example/a.md', error: '502' },
      { url: 'https://git.example/b.md', error: '502' },
    ]);
  });

  it('waits for the entities', async () => {
    const { run } = await setUp(knex);
    expect(await run()).toBe('skipped');
  });

  it('asks for a place once, whoever names it, and again after ten minutes', async () => {
    const { name, run, urlReader, read } = await setUp(knex);
    await name('a.md', ['checkout', 'cart', 'search']);

    await run();
    await run(9);
    expect(urlReader.asked).toEqual([url]);
    expect(await read()).toMatchObject({
      outcome: 'read',
      title: 'A',
      content: '# A\n\nSteps.\n',
      checkedAt: '2026-11-23T10:00:00.000Z',
    });

    await run(1);
    expect(urlReader.asked).toEqual([url, url]);
    expect(await read()).toMatchObject({
      content: '# A\n\nSteps.\n',
      checkedAt: '2026-11-23T10:10:00.000Z',
    });
  });

  it('reads on when the clock was set back', async () => {
    const { name, run, urlReader } = await setUp(knex);
    await name('a.md');

    await run();
    await run(-600);

    expect(urlReader.asked).toEqual([url, url]);
  });

  it('reads a new runbook at the next run', async () => {
    const { name, run, urlReader } = await setUp(knex);
    await name('a.md');
    await run();
    await name('a.md, b.md');
    await run(1);
    expect(urlReader.asked).toEqual([url, `${repository}b.md`]);
  });

  it('keeps what it read while the host fails, since when, and recovers', async () => {
    const { name, run, urlReader, read } = await setUp(knex);
    await name('a.md');
    await run();
    urlReader.documents.set(url, new Error('502 Bad Gateway'));

    expect(await run(10)).toMatchObject({
      problems: [
        {
          code: 'runbook_unreadable',
          message: `${url} could not be read: 502 Bad Gateway`,
        },
      ],
    });
    // Still told when it was not due, until it works again.
    expect(await run(1)).toMatchObject({ problems: [{ params: { url } }] });
    await run(9);
    expect(await read()).toMatchObject({
      outcome: 'read',
      content: '# A\n\nSteps.\n',
      failingSince: '2026-11-23T10:10:00.000Z',
      checkedAt: '2026-11-23T10:20:00.000Z',
    });

    urlReader.documents.set(url, '# A\n\nSteps.\n');
    expect(await run(10)).toEqual({ problems: [] });
    expect(await read()).not.toHaveProperty('failingSince');
  });

  it.each<[string, Error | string | undefined, string]>([
    ['is deleted', undefined, 'not_found'],
    ['grows too large', 'x'.repeat(300_000), 'too_large'],
    ['becomes a web page', '<!doctype html>', 'not_markdown'],
  ])('forgets the text of what %s', async (_, document, outcome) => {
    const { name, run, urlReader, read } = await setUp(knex);
    await name('a.md');
    await run();
    urlReader.documents.delete(url);
    if (document) urlReader.documents.set(url, document);

    await run(10);
    const stored = await read();

    expect(stored).toMatchObject({ outcome });
    expect(stored).not.toHaveProperty('content');
  });

  it('forgets runbooks that nobody names any more', async () => {
    const { name, run, read } = await setUp(knex);
    await name('a.md');
    await run();
    await name('b.md');
    await run(1);
    expect(await read()).toBeUndefined();
  });

  it('reads what rules name, but no templates and nothing that is no address', async () => {
    const { name, run, runbookUrls, urlReader } = await setUp(knex);
    await name('a.md');
    runbookUrls.push(
      `${url}#steps`,
      'https://git.example.com/{{ $labels.service }}.md',
      scriptUrl,
      'https://git.example.com/rule.md',
    );
    await run();
    expect([...urlReader.asked].sort()).toEqual([
      'https://git.example.com/rule.md',
      url,
    ]);
  });

  it('stores what PostgreSQL is particular about', async () => {
    const { name, run, urlReader, read } = await setUp(knex);
    urlReader.documents.set(url, '---\ntitle: "a\\0b \\uD800"\n---\n🚒\n');
    await name('a.md');
    await run();
    expect(await read()).toMatchObject({ outcome: 'read', content: '🚒\n' });
  });
});
