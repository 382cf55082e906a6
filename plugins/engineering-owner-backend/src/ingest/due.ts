import { Clock } from './clock';
import { isOlderThan } from './isOlderThan';
import { TaskStatusStore } from './TaskStatusStore';

/** A moment's tolerance, since turns are never exactly on time. */
export const turnToleranceMs = 5_000;

/** Whether a task's last success, on whichever replica, is so long ago. */
export type Due = (taskName: string, everySeconds: number) => Promise<boolean>;

/**
 * Lets a task that is scheduled often do its work seldom, and try again soon
 * after a failure.
 */
export function dueByTaskStatus(options: {
  clock: Clock;
  taskStatus: TaskStatusStore;
}): Due {
  return async (taskName, everySeconds) => {
    const status = await options.taskStatus.get(taskName);
    return (
      status?.lastSuccessAt === undefined ||
      status.lastError !== undefined ||
      isOlderThan(
        new Date(status.lastSuccessAt),
        everySeconds * 1000 - turnToleranceMs,
        options.clock(),
      )
    );
  };
}
