import { mockServices } from '@backstage/backend-test-utils';
import { testDatabases } from '../../__testUtils__/databases';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { FakeWebhooks } from '../../__testUtils__/FakeWebhooks';
import { incident, smallAccount } from '../../__testUtils__/onCallSimulation';
import { SourceRegistry } from '../../sources/SourceRegistry';
import { TaskStatusStore } from '../../ingest/TaskStatusStore';
import { Store } from '../../store/Store';
import { OnCallSignals } from '../live/OnCallSignals';
import { CursorStore } from '../store/CursorStore';
import { DirectoryStore } from '../store/DirectoryStore';
import { IncidentStore } from '../store/IncidentStore';
import { createWebhooksTask } from './createWebhooksTask';
import { DeliveryStore } from './DeliveryStore';
import { WebhookCounts } from './WebhookCounts';
import { WebhookProcessor } from './WebhookProcessor';
import { WebhookStatuses } from './WebhookStatuses';

jest.setTimeout(60_000);

const databases = testDatabases();
const id = 'pagerduty:default';
const never = new AbortController().signal;

async function world(databaseId: Parameters<typeof databases.init>[0]) {
  const knex = await databases.init(databaseId);
  await Store.create({ database: mockServices.database({ knex }) });
  const time = { now: new Date('2026-03-18T10:00:00Z') };
  const clock = () => time.now;
  const logger = mockServices.logger.mock();
  const signals = new FakeSignals();
  const source = smallAccount();
  const webhooks = new FakeWebhooks(source);
  const registry = new SourceRegistry();
  registry.addOnCallSource(source);
  const incidents = new IncidentStore(knex);
  const cursors = new CursorStore(knex);
  const deliveries = new DeliveryStore(knex);
  const taskStatus = new TaskStatusStore(knex);

  /** A backend of its own on the same database. */
  const replica = () => {
    const counts = new WebhookCounts({ knex, clock, logger });
    const statuses = new WebhookStatuses({
      clock,
      registry,
      counts,
      deliveries,
      cursors,
      incidents,
    });
    const processor = new WebhookProcessor({
      clock,
      logger,
      deliveries,
      incidents,
      directory: new DirectoryStore(knex),
      onCallSignals: new OnCallSignals({ signals, logger }),
    });
    const task = createWebhooksTask({
      source,
      clock,
      cursors,
      deliveries,
      taskStatus,
      processor,
      statuses,
    });
    const status = async () => (await statuses.list()).bySource.get(id);
    return { counts, processor, task, status };
  };
  /** As the runner does. */
  const runTask = async () => {
    const { task } = replica();
    const outcome = await task.run(never);
    await taskStatus.recordSuccess(task, time.now, {});
    return outcome as {
      problems: Array<{ code: string; message: string }>;
    };
  };
  let bodies = 0;
  const receive = (incidentId: string, deliveryId?: string) =>
    deliveries.add(id, {
      notice: {
        event: 'incident.triggered',
        incidentId,
        ...(deliveryId && { deliveryId }),
      },
      body: Buffer.from(`${bodies++}`),
      at: time.now,
    });
  return {
    knex,
    source,
    signals,
    webhooks,
    incidents,
    deliveries,
    replica,
    receive,
    ...replica(),
    skip(seconds: number) {
      time.now = new Date(time.now.getTime() + seconds * 1_000);
    },
    runTask,
    problemsOf: (outcome: unknown) =>
      (outcome as { problems: Array<{ code: string; message: string }> })
        .problems,
  };
}

describe.each(databases.eachSupportedId())('deliveries on %s', databaseId => {
  it('are kept once, however many replicas are told of one at the same time', async () => {
    const { receive, status, knex } = await world(databaseId);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => receive('Q1', 'D1')),
    );
    expect(outcomes.sort()).toEqual([
      'accepted',
      ...Array.from({ length: 9 }, () => 'duplicate'),
    ]);
    expect(await status()).toMatchObject({
      accepted: 1,
      duplicates: 9,
      pending: 1,
    });
    expect(await knex('webhook_deliveries')).toHaveLength(1);
  });

  it('with an id that no column takes are known by their body', async () => {
    const { deliveries } = await world(databaseId);
    for (const deliveryId of [
      'x'.repeat(10_000),
      'a\u0000b',
      '💥'.repeat(200),
    ]) {
      const add = () =>
        deliveries.add(id, {
          notice: { event: 'x', deliveryId },
          body: Buffer.from(deliveryId),
          at: new Date('2026-03-18T10:00:00Z'),
        });
      expect([await add(), await add()]).toEqual(['accepted', 'duplicate']);
    }
  });

  it('of one incident are one reading, however many wait', async () => {
    const { source, webhooks, receive, processor, incidents, status } =
      await world(databaseId);
    source.put(
      incident('Q1', '2026-03-18T09:59:00.000Z', [
        [0.5, 'acknowledge', 'PADA'],
      ]),
    );
    await receive('Q1');
    await receive('Q1');
    await receive('Q2');

    await processor.run(source, never);

    expect(webhooks.logsRead.sort()).toEqual(['Q1', 'Q2']);
    const [record] = await incidents.listConcerning(
      id,
      { serviceIds: ['PCHECKO'] },
      new Date(0),
    );
    expect(record).toEqual(source.records.get('Q1'));
    expect(await status()).toMatchObject({ pending: 0 });
  });

  it('tell open pages of the service they are about, also when only the log grew', async () => {
    const { source, signals, receive, processor } = await world(databaseId);
    source.put(incident('Q1', '2026-03-18T09:59:00.000Z', []));
    await receive('Q1');
    await processor.run(source, never);
    expect(signals.take()).toEqual([['PCHECKO']]);

    await receive('Q1', 'of a note');
    await processor.run(source, never);
    await receive('Q2', 'of nobody');
    await processor.run(source, never);
    await new Promise(resolve => setTimeout(resolve, 550));
    expect(signals.take()).toEqual([['PCHECKO']]);
  });

  it('are read again by one replica only', async () => {
    const { source, webhooks, receive, replica, status } = await world(
      databaseId,
    );
    const names = Array.from({ length: 30 }, (_, n) => `Q${n}`);
    for (const name of names) {
      await receive(name);
    }
    await Promise.all(
      [replica(), replica(), replica()].map(({ processor }) =>
        processor.run(source, never),
      ),
    );
    expect(webhooks.logsRead.sort()).toEqual(names.sort());
    expect(await status()).toMatchObject({ pending: 0 });
  });

  it('that a killed replica was reading are taken up by another', async () => {
    const { source, webhooks, receive, replica, status, skip, incidents } =
      await world(databaseId);
    source.put(incident('Q1', '2026-03-18T09:59:00.000Z', []));
    await receive('Q1');
    const killed = new AbortController();
    webhooks.beforeRead = () => {
      killed.abort(new Error('killed'));
      throw new Error('killed');
    };
    await expect(
      replica().processor.run(source, killed.signal),
    ).rejects.toThrow('killed');
    webhooks.beforeRead = () => {};
    const { task } = replica();

    await task.run(never);
    expect(await status()).toMatchObject({ pending: 1 });
    skip(61);
    await task.run(never);

    expect(await status()).toMatchObject({ pending: 0 });
    expect(await incidents.listOpenIds(id)).toEqual(['Q1']);
  });

  it('whose reading fails are tried for an hour, and told of; others go on', async () => {
    const {
      source,
      webhooks,
      receive,
      task,
      status,
      skip,
      incidents,
      problemsOf,
    } = await world(databaseId);
    source.put(incident('Q2', '2026-03-18T09:59:00.000Z', []));
    await receive('Q1');
    await receive('Q2');
    webhooks.beforeRead = name => {
      if (name === 'Q1') {
        throw new Error('answered 403');
      }
    };

    expect(problemsOf(await task.run(never))).toEqual([
      expect.objectContaining({
        code: 'webhook_unread',
        message: expect.stringMatching(/"Q1".*answered 403/),
      }),
    ]);
    expect(await incidents.listOpenIds(id)).toEqual(['Q2']);
    expect(await status()).toMatchObject({ pending: 1 });

    skip(61 * 60);
    await task.run(never);
    expect(await status()).toMatchObject({ pending: 0 });
  });

  it('that repeat an old one change nothing', async () => {
    const { source, receive, processor, incidents } = await world(databaseId);
    source.put(incident('Q1', '2026-03-18T09:50:00.000Z', []));
    await receive('Q1', 'D1');
    await processor.run(source, never);
    source.put(
      incident('Q1', '2026-03-18T09:50:00.000Z', [[5, 'resolve', 'PADA']]),
    );
    await receive('Q1', 'D2');
    await processor.run(source, never);
    const stored = () =>
      incidents.listConcerning(id, { serviceIds: ['PCHECKO'] }, new Date(0));
    const before = await stored();
    expect(before).toEqual([source.records.get('Q1')]);

    expect(await receive('Q1', 'D1')).toBe('duplicate');
    await processor.run(source, never);

    expect(await stored()).toEqual(before);
  });

  it('are forgotten after a week', async () => {
    const { receive, task, skip, knex } = await world(databaseId);
    await receive('Q1', 'D1');
    await task.run(never);
    skip(6 * 86_400);
    await task.run(never);
    expect(await receive('Q1', 'D1')).toBe('duplicate');
    skip(86_401);
    await task.run(never);
    expect(await knex('webhook_deliveries')).toEqual([]);
  });

  it('that stay away while polling finds changes are told of', async () => {
    const { source, receive, runTask, status, skip, incidents, counts } =
      await world(databaseId);
    await runTask();
    expect(await status()).toMatchObject({ state: 'waiting' });
    await receive('QPING');
    expect(await status()).toMatchObject({ state: 'ok' });
    skip(9 * 60);
    await runTask();

    const { events } = incident('Q1', '2026-03-18T10:10:00.000Z', []);
    await incidents.saveEvents(id, events);
    skip(5 * 60);
    expect((await runTask()).problems).toEqual([]);
    skip(2 * 60);
    counts.refused(id, 'wrong_signature');
    await counts.write();
    expect((await runTask()).problems).toEqual([
      {
        code: 'webhooks_silent',
        severity: 'warning',
        message: expect.stringMatching(
          /2026-03-18T10:10:00.000Z.*last one came at 2026-03-18T10:00:00.000Z.*wrong_signature/,
        ),
        params: { source: id, silentSince: '2026-03-18T10:10:00.000Z' },
      },
    ]);
    expect(await status()).toMatchObject({
      state: 'silent',
      silentSince: '2026-03-18T10:10:00.000Z',
    });

    source.put(incident('Q2', '2026-03-18T10:16:00.000Z', []));
    await receive('Q2');
    expect((await runTask()).problems).toEqual([]);
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('are not called silent about a time in which nobody listened', async () => {
    const { receive, runTask, status, skip, incidents } = await world(
      databaseId,
    );
    await runTask();
    await receive('QPING');
    const { events } = incident('Q1', '2026-03-18T11:00:00.000Z', []);
    await incidents.saveEvents(id, events);
    // The backend was down, or the secret taken out for a while.
    skip(3 * 3600);

    expect((await runTask()).problems).toEqual([]);
    expect(await status()).toMatchObject({ state: 'ok' });
  });

  it('that are refused are counted over all replicas', async () => {
    const { replica, status } = await world(databaseId);
    for (const { counts } of [replica(), replica()]) {
      counts.refused(id, 'unsigned');
      counts.refused(id, 'unsigned');
      counts.refused(id, 'too_many');
      await counts.write();
    }
    const lastAt = '2026-03-18T10:00:00.000Z';
    expect((await status())?.refused).toEqual([
      { reason: 'too_many', count: 2, lastAt },
      { reason: 'unsigned', count: 4, lastAt },
    ]);
  });
});
