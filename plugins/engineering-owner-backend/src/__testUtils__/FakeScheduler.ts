import {
  SchedulerService,
  SchedulerServiceTaskFunction,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskRunner,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** Runs tasks when told to, one after the other, so that tests know what has run. */
export class FakeScheduler implements SchedulerService {
  readonly #tasks = new Map<string, SchedulerServiceTaskFunction>();
  readonly #running = new Set<string>();

  async scheduleTask(
    task: SchedulerServiceTaskScheduleDefinition &
      SchedulerServiceTaskInvocationDefinition,
  ): Promise<void> {
    const { frequency } = task;
    if ('cron' in frequency && !/^\S+( \S+){4,5}$/.test(frequency.cron)) {
      // As the real one.
      throw new Error('Failed to persist task, Invalid cron');
    }
    this.#tasks.set(task.id, task.fn);
  }

  /** As the real one: nothing happens to a task that is running. */
  async triggerTask(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new NotFoundError(`There is no task ${id}`);
    }
    if (this.#running.has(id)) {
      return;
    }
    this.#running.add(id);
    try {
      await task(new AbortController().signal);
    } finally {
      this.#running.delete(id);
    }
  }

  /** Every task once, in the order they were scheduled. */
  async runAll(): Promise<void> {
    for (const id of this.#tasks.keys()) {
      await this.triggerTask(id);
    }
  }

  createScheduledTaskRunner(): SchedulerServiceTaskRunner {
    throw new Error('Tasks are scheduled one by one');
  }

  async getScheduledTasks() {
    return [];
  }

  async cancelTask(): Promise<void> {}
}
