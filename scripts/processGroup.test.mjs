import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { it } from 'node:test';
import { endGroup, groupLives } from './processGroup.mjs';

const start = script =>
  spawn('sh', ['-c', script], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

it('ends what a process has started, though the process itself has gone', async () => {
  const parent = start('sleep 60 & echo started');
  await once(parent, 'exit');
  assert.equal(groupLives(parent.pid), true);

  await endGroup(parent.pid);

  assert.equal(groupLives(parent.pid), false);
});

it('kills what does not listen', async () => {
  const deaf = start('trap "" TERM; echo ready; while :; do sleep 1; done');
  await once(deaf.stdout, 'data');

  await endGroup(deaf.pid, { patience: 200 });

  assert.equal(groupLives(deaf.pid), false);
});

it('is content with a group that has ended', async () => {
  const brief = start('true');
  await once(brief, 'exit');
  await endGroup(brief.pid);
});
