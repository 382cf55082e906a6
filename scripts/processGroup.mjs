import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** Whether any process of the group is alive. */
export function groupLives(groupId) {
  try {
    process.kill(-groupId, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
  return !isAllZombies(groupId);
}

/**
 * Where process 1 is no init, as in many containers, nobody collects orphans
 * that have ended, and they would count as alive for ever.
 */
function isAllZombies(groupId) {
  if (!fs.existsSync('/proc/self/stat')) {
    return false;
  }
  return fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(readState)
    .filter(({ group }) => group === groupId)
    .every(({ state }) => state === 'Z');
}

function readState(pid) {
  try {
    // "pid (name) state parent group …", and a name may hold spaces and ")".
    const text = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, , group] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, group: Number(group) };
  } catch {
    return {};
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
