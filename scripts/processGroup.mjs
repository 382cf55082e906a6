import { setTimeout as sleep } from 'node:timers/promises';

/** Whether any process of the group is alive. */
export function groupLives(groupId) {
  try {
    process.kill(-groupId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Ends a group, children's children included: the Backstage CLI's parent
 * leaves its backend running when it alone is killed.
 */
export async function endGroup(
  groupId,
  { signal = 'SIGTERM', patience = 10_000 } = {},
) {
  for (const [name, wait] of [
    [signal, patience],
    ['SIGKILL', 5_000],
  ]) {
    try {
      process.kill(-groupId, name);
    } catch (error) {
      if (error.code === 'ESRCH') {
        return;
      }
      throw error;
    }
    const deadline = Date.now() + wait;
    while (groupLives(groupId) && Date.now() < deadline) {
      await sleep(50);
    }
    if (!groupLives(groupId)) {
      return;
    }
  }
  throw new Error(`The process group ${groupId} does not end, even by SIGKILL`);
}
