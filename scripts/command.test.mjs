import assert from 'node:assert/strict';
import { it } from 'node:test';
import { run } from './command.mjs';
import { Interrupted } from './interruption.mjs';
import { groupLives } from './processGroup.mjs';

it('passes on what a command says', async () => {
  const news = [];
  await run('sh', ['-c', 'echo one; echo two >&2'], {
    news: line => news.push(line),
  });
  assert.deepEqual(news.sort(), ['one', 'two']);
});

it('fails with the last lines of a command that fails', async () => {
  await assert.rejects(
    run('sh', ['-c', 'echo the reason; exit 3'], { news: () => {} }),
    /ended with 3\n {2}the reason/,
  );
});

it('names a command that is not there', async () => {
  await assert.rejects(
    run('no-such-command', [], { news: () => {} }),
    /no-such-command/,
  );
});

it('leaves nobody behind when it is interrupted', async () => {
  const ending = new AbortController();
  let group;
  const running = run('sh', ['-c', '(trap "" TERM; sleep 3) & echo $$; wait'], {
    signal: ending.signal,
    news: line => {
      group = Number(line);
      ending.abort(new Interrupted('enough'));
    },
  });
  await assert.rejects(running, Interrupted);
  assert.equal(groupLives(group), false);
});
