import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { ConfigProblems } from '../sources/ConfigProblems';
import { sourceId } from '../sources/sourceId';
import { SourceRegistry } from '../sources/SourceRegistry';
import { SourceStatusStore } from '../sources/SourceStatusStore';
import { findStoreError } from '../store/storeErrors';
import { Clock } from './clock';
import { describeFailure, shortenMessage } from './describeFailure';
import { IngestTask } from './IngestTask';
import { TaskStatusStore } from './TaskStatusStore';

/**
 * Hands the tasks to the platform's scheduler and writes down what became of
 * each run. Nothing escapes from here: a failing source makes its data old, and
 * `/sources` says why.
 */
export class IngestRunner {
  readonly #options: {
    scheduler: SchedulerService;
    logger: LoggerService;
    clock: Clock;
    configProblems: ConfigProblems;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    sourceStatus: SourceStatusStore;
  };

  constructor(options: {
    scheduler: SchedulerService;
    logger: LoggerService;
    clock: Clock;
    configProblems: ConfigProblems;
    registry: SourceRegistry;
    taskStatus: TaskStatusStore;
    sourceStatus: SourceStatusStore;
  }) {
    this.#options = options;
  }

  async start(tasks: IngestTask[]): Promise<void> {
    const { configProblems, taskStatus } = this.#options;
    await this.#quietly(() =>
      taskStatus.forgetOthers(tasks.map(({ name }) => name)),
    );
    for (const task of tasks) {
      try {
        await taskStatus.register(task);
        await this.#schedule(task);
      } catch (error) {
        // Thrown on, it would keep the whole portal from starting.
        configProblems.addProblem({
          code: 'task_not_scheduled',
          severity: 'error',
          message: `The task "${
            task.name
          }" could not be scheduled and does not run: ${describeFailure(
            error,
          )}`,
          params: { task: task.name },
        });
      }
    }
  }

  /** Some schedules, such as a wrong cron, only the scheduler finds to be wrong. */
  async #schedule(task: IngestTask): Promise<void> {
    const { scheduler, configProblems } = this.#options;
    const { configured, ...schedule } = task.schedule;
    const rest = {
      id: task.name,
      scope: 'global' as const,
      fn: (signal: AbortSignal) => this.run(task, signal),
    };
    try {
      await scheduler.scheduleTask({ ...schedule, ...rest });
    } catch (error) {
      if (!configured) {
        throw error;
      }
      configProblems.add({
        place: configured.key,
        value: schedule,
        expected:
          'a schedule that the scheduler accepts, with a cron such as "*/5 * * * *"; the default is used instead',
        error,
      });
      await scheduler.scheduleTask({ ...configured.fallback, ...rest });
    }
  }

  /** One run; resolves whatever happens. */
  async run(task: IngestTask, signal: AbortSignal): Promise<void> {
    const { logger, clock, taskStatus } = this.#options;
    try {
      const outcome = (await task.run(signal)) ?? {};
      if (outcome === 'skipped') {
        return;
      }
      await taskStatus.recordSuccess(task, clock(), outcome);
      await this.#wake(outcome.wake ?? []);
    } catch (error) {
      const why = describeFailure(error);
      const message = signal.aborted
        ? `The run was cut off: it was not done within its timeout (${why})`
        : why;
      logger.warn(`Task ${task.name} failed: ${message}${inFull(error)}`);
      await this.#quietly(() =>
        taskStatus.recordFailure(task, clock(), message),
      );
    }
    if (task.source) {
      await this.#recordTelemetry(task.source);
    }
  }

  /** A task that is already running, or has another replica run it, is fine too. */
  async #wake(names: string[]): Promise<void> {
    for (const name of names) {
      try {
        await this.#options.scheduler.triggerTask(name);
      } catch (error) {
        this.#options.logger.debug(
          `Task ${name} was not woken: ${describeFailure(error)}`,
        );
      }
    }
  }

  async #recordTelemetry(source: SourceRef): Promise<void> {
    const { registry, sourceStatus } = this.#options;
    await this.#quietly(async () => {
      const telemetry = registry.telemetry(source);
      if (telemetry) {
        await sourceStatus.record(sourceId(source), telemetry);
      }
    });
  }

  /** Keeping the books must not end the work it is about. */
  async #quietly(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#options.logger.warn(
        `The status of a task could not be written: ${describeFailure(error)}`,
      );
    }
  }
}

/** What a database said itself: for the log only, where it may quote a value. */
function inFull(error: unknown): string {
  const refused = findStoreError(error);
  return refused ? `: ${shortenMessage(refused.reason)}` : '';
}
