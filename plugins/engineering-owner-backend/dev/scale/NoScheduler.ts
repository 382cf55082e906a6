import {
  SchedulerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';

/** Tasks are run by hand. */
export class NoScheduler implements SchedulerService {
  async scheduleTask(): Promise<void> {}
  async triggerTask(): Promise<void> {}
  async getScheduledTasks() {
    return [];
  }
  async cancelTask(): Promise<void> {}
  createScheduledTaskRunner(): SchedulerServiceTaskRunner {
    throw new Error('Tasks are run by hand');
  }
}
