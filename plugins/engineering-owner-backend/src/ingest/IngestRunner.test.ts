import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { testDatabases } from '../__testUtils__/databases';
import { getSources } from '../sources/getSources';
import { ConfigProblems } from '../sources/ConfigProblems';
import { SourceRegistry } from '../sources/SourceRegistry';
import { SourceStatusStore } from '../sources/SourceStatusStore';
import { Store } from '../store/Store';
import { IngestRunner } from './IngestRunner';
import { everyMinute, IngestTask } from './IngestTask';
import { TaskStatusStore } from './TaskStatusStore';

jest.setTimeout(60_000);

const databases = testDatabases();
const now = new Date('2026-11-23T14:00:00Z');
const signal = new AbortController().signal;

async function world(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await Store.create({ database: mockServices.database({ knex }) });
  const registry = new SourceRegistry();
  const source = new FakeSliSource();
  registry.addSliSource(source);
  const logger = mockServices.logger.mock();
  const scheduler = mockServices.scheduler.mock();
  const replica = () => ({
    scheduler,
    logger,
    clock: () => now,
    registry,
    configProblems: new ConfigProblems({ logger }),
    taskStatus: new TaskStatusStore(knex),
    sourceStatus: new SourceStatusStore(knex),
  });
  const task = (run: IngestTask['run']): IngestTask => ({
    name: 'read',
    source: source.source,
    schedule: everyMinute,
    run,
  });
  const options = replica();
  const statusOf = async () =>
    (await getSources(options)).sources.find(
      ({ id }) => id === 'prometheus:default',
    );
  return { knex, source, task, options, replica, scheduler, logger, statusOf };
}

describe.each(databases.eachSupportedId())('IngestRunner on %s', databaseId => {
  it('schedules every task once for all replicas, and lists it as pending', async () => {
    const { options, task, scheduler, statusOf } = await world(databaseId);

    await new IngestRunner(options).start([task(async () => {})]);

    expect(scheduler.scheduleTask).toHaveBeenCalledWith(
      expect.objectContaining({
        id: 'read',
        scope: 'global',
        frequency: { seconds: 60 },
        timeout: { seconds: 45 },
      }),
    );
    expect(await statusOf()).toMatchObject({
      state: 'pending',
      tasks: [{ name: 'read' }],
    });
  });

  it('lets no error escape, keeps it for /sources and clears it at the next success', async () => {
    const { options, task, statusOf, logger } = await world(databaseId);
    const runner = new IngestRunner(options);

    await runner.run(
      task(async () => undefined),
      signal,
    );
    await runner.run(
      task(async () => {
        throw new Error('connect ECONNREFUSED');
      }),
      signal,
    );
    const failing = await statusOf();
    await runner.run(
      task(async () => ({ progress: 0.5 })),
      signal,
    );
    const again = await statusOf();

    expect(failing).toMatchObject({
      state: 'failing',
      lastSuccessAt: now.toISOString(),
      lastError: { at: now.toISOString(), message: 'connect ECONNREFUSED' },
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(again).toMatchObject({
      state: 'ok',
      tasks: [{ name: 'read', progress: 0.5 }],
    });
    expect(again?.lastError).toBeUndefined();
  });

  it('tells that the database refused, not the statement and its values', async () => {
    const { options, knex, task, statusOf, logger } = await world(databaseId);
    const refused = (within: Knex) =>
      within('sli_looks').insert({ group_id: 'g', at: null, no: 'Pa55word' });

    await new IngestRunner(options).run(
      task(async () => {
        await refused(knex);
      }),
      signal,
    );
    const direct = (await statusOf())?.lastError?.message;
    await new IngestRunner(options).run(
      task(() =>
        knex.transaction(async trx => {
          await refused(trx).catch(cause => {
            throw new Error(`Not kept: ${cause.message}`, { cause });
          });
        }),
      ),
      signal,
    );
    const wrapped = (await statusOf())?.lastError?.message;

    expect(direct).toMatch(/^the database refused to read or keep it \(\w+\)$/);
    expect(wrapped).toBe(direct);
    const [[logged]] = logger.warn.mock.calls;
    expect(logged).toMatch(/no/);
    expect(logged).not.toContain('Pa55word');
  });

  it('keeps the beginning of a long message', async () => {
    const { options, task, statusOf } = await world(databaseId);

    await new IngestRunner(options).run(
      task(async () => {
        throw new Error(`it said \u0000${'x'.repeat(100_000)}`);
      }),
      signal,
    );

    const message = (await statusOf())?.lastError?.message;
    expect(message).toMatch(/^it said x+…$/);
    expect(message).toHaveLength(501);
  });

  it('starts although a task cannot be kept or scheduled, and says so', async () => {
    const { options, task, scheduler } = await world(databaseId);
    scheduler.scheduleTask.mockRejectedValueOnce(new Error('no such id'));
    const long = { ...task(async () => {}), name: `read:${'x'.repeat(300)}` };

    await new IngestRunner(options).start([
      task(async () => {}),
      long,
      { ...task(async () => {}), name: 'last' },
    ]);

    const problems = options.configProblems.list();
    expect(problems[0]).toMatchObject({
      code: 'task_not_scheduled',
      message:
        'The task "read" could not be scheduled and does not run: no such id',
    });
    // SQLite keeps text of any length.
    expect(problems).toHaveLength(databaseId === 'SQLITE_3' ? 1 : 2);
    expect(scheduler.scheduleTask).toHaveBeenLastCalledWith(
      expect.objectContaining({ id: 'last' }),
    );
  });

  it('adds up the requests of all replicas', async () => {
    const { source, options, replica, task, statusOf } = await world(
      databaseId,
    );
    const ask = task(async () => {
      source.requests.push({ kind: 'read' }, { kind: 'read' });
    });
    const first = new IngestRunner(options);
    await first.run(ask, signal);
    await first.run(ask, signal);
    expect((await statusOf())?.requests).toBe(4);

    // Another process counts from its own start.
    source.requests.length = 0;
    await new IngestRunner(replica()).run(ask, signal);

    expect(await statusOf()).toMatchObject({ requests: 6, breaker: 'closed' });
  });

  it('wakes the tasks that a run found work for', async () => {
    const { options, task, scheduler } = await world(databaseId);
    scheduler.triggerTask.mockRejectedValueOnce(new Error('already running'));

    await new IngestRunner(options).run(
      task(async () => ({ wake: ['a', 'b'] })),
      signal,
    );

    expect(scheduler.triggerTask.mock.calls).toEqual([['a'], ['b']]);
  });

  it('forgets tasks that are not configured any more', async () => {
    const { options, task, statusOf } = await world(databaseId);
    const runner = new IngestRunner(options);
    await runner.start([{ ...task(async () => {}), name: 'old' }]);

    await runner.start([task(async () => {})]);

    expect((await statusOf())?.tasks).toEqual([{ name: 'read' }]);
  });
});
