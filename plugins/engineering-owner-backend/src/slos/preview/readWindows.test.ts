import { Problem } from '@engineering-owner/backstage-plugin-common';
import pLimit from 'p-limit';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { readWindows } from './readWindows';

const now = new Date('2026-11-24T12:00:40Z');
const problem: Problem = {
  code: 'sli_label_missing',
  severity: 'error',
  message: 'label "code" does not exist',
};

/** A source in which the label that is asked for is there at some times only. */
class Relabelled extends FakeSliSource {
  readonly #isLabelled: (end: Date) => boolean;

  constructor(isLabelled: (end: Date) => boolean) {
    super();
    this.#isLabelled = isLabelled;
  }

  override read(...args: Parameters<FakeSliSource['read']>) {
    this.services.set('checkout', {
      total: 60,
      ...(!this.#isLabelled(args[2].to) && { invalid: problem }),
    });
    return super.read(...args);
  }
}

async function ownWindow(source: FakeSliSource) {
  const compiled = source.compile({
    name: 'preview',
    place: 'here',
    indicator: { ratio: { total: 'requests' } },
  });
  if (!compiled.ok) {
    throw new Error(compiled.problem.message);
  }
  const readings = await readWindows({
    source,
    group: compiled.group,
    inspection: {},
    entityValue: 'checkout',
    window: { type: 'rolling', duration: '10d', seconds: 10 * 86_400 },
    now,
    limit: pLimit(1),
    signal: new AbortController().signal,
  });
  return readings.find(({ window }) => window === '10d');
}

describe('readWindows', () => {
  it('leaves out of the window what could not be judged in the past', async () => {
    const since = new Date('2026-11-18T00:00:00Z');
    const reading = await ownWindow(new Relabelled(end => end >= since));

    expect(reading).toMatchObject({
      counts: { bad: 0, total: 7 * 1440 * 60 },
      coverage: expect.closeTo(0.7, 6),
    });
    expect(reading).not.toHaveProperty('invalid');
  });

  it('is invalid when the newest part is', async () => {
    const until = new Date('2026-11-24T00:00:00Z');
    const reading = await ownWindow(new Relabelled(end => end < until));

    expect(reading).toMatchObject({ invalid: problem });
  });
});
