import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ConfigProblems } from '../sources/ConfigProblems';
import { readTargets } from './readTargets';

function read(engineeringOwner: JsonObject) {
  const problems = new ConfigProblems({ logger: mockServices.logger.mock() });
  const targets = readTargets(new ConfigReader({ engineeringOwner }), problems);
  return { targets, messages: problems.list().map(({ message }) => message) };
}

describe('readTargets', () => {
  it.each([
    { name: 'nothing', config: {}, mtta: 300, mttr: 1800 },
    {
      name: 'one target',
      config: { onCall: { targets: { mtta: { minutes: 3 } } } },
      mtta: 180,
      mttr: 1800,
    },
    {
      name: 'both, in words',
      config: { onCall: { targets: { mtta: '90s', mttr: 'PT1H' } } },
      mtta: 90,
      mttr: 3600,
    },
  ])('reads $name', ({ config, mtta, mttr }) => {
    expect(read(config)).toEqual({
      targets: { mttaSeconds: mtta, mttrSeconds: mttr },
      messages: [],
    });
  });

  it.each([
    ['soon', /engineeringOwner\.onCall\.targets\.mtta is "soon".*minutes: 5/],
    ['0s', /engineeringOwner\.onCall\.targets\.mtta is "0s"/],
    [7, /engineeringOwner\.onCall\.targets\.mtta is 7/],
  ])('tells that mtta is %j and uses five minutes', (mtta, message) => {
    const { targets, messages } = read({ onCall: { targets: { mtta } } });
    expect(targets).toEqual({ mttaSeconds: 300, mttrSeconds: 1800 });
    expect(messages).toEqual([expect.stringMatching(message)]);
  });

  it('does not stop the start where the section is no object', () => {
    expect(read({ onCall: 'yes' }).targets.mttaSeconds).toBe(300);
  });
});
