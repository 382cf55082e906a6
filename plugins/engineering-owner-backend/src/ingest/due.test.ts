import { TaskStatus } from './TaskStatusStore';
import { dueByTaskStatus } from './due';

const now = new Date('2026-11-23T14:00:00Z');

describe('a task that works every minute', () => {
  it.each<[string, Partial<TaskStatus> | undefined, boolean]>([
    ['never ran', undefined, true],
    ['has not succeeded yet', {}, true],
    ['ran just now', { lastSuccessAt: '2026-11-23T13:59:50Z' }, false],
    [
      'ran a minute ago, but for a moment',
      { lastSuccessAt: '2026-11-23T13:59:04Z' },
      true,
    ],
    [
      'failed since',
      {
        lastSuccessAt: '2026-11-23T13:59:50Z',
        lastError: { at: '2026-11-23T13:59:55Z', message: '503' },
      },
      true,
    ],
    [
      'ran before the clock was set back',
      { lastSuccessAt: '2026-11-24T02:00:00Z' },
      true,
    ],
  ])('and %s is due: %s, %s', async (_title, status, expected) => {
    const due = dueByTaskStatus({
      clock: () => now,
      taskStatus: Object.assign(Object.create(null), {
        get: async () => status && { name: 'x', problems: [], ...status },
      }),
    });

    expect(await due('x', 60)).toBe(expected);
  });
});
