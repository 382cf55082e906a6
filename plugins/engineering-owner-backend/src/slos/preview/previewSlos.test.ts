import { GroupReading } from '@engineering-owner/backstage-plugin-node';
import pLimit from 'p-limit';
import { FakeSliSource } from '../../__testUtils__/FakeSliSource';
import { service } from '../../__testUtils__/simulation';
import { AlertPolicies } from '../AlertPolicies';
import { SloReader } from '../SloReader';
import { readPreviewRequest } from './previewRequest';
import { previewSlos } from './previewSlos';

/** Answers nothing until it is told to stop. */
class SilentSource extends FakeSliSource {
  read(
    ...[, , , { signal }]: Parameters<FakeSliSource['read']>
  ): Promise<GroupReading> {
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
  }
}

describe('previews', () => {
  afterEach(() => jest.useRealTimers());

  it('end after 25 seconds, and say so of every window', async () => {
    jest.useFakeTimers();
    const request = readPreviewRequest({
      entityRef: 'component:default/checkout',
      template: {
        entityLabel: 'service',
        indicator: { ratio: { total: 'orders', bad: 'orders{code="500"}' } },
        objective: 99,
        window: '7d',
      },
    });
    const answer = previewSlos(request, service('checkout'), {
      alerting: new AlertPolicies([], 'google'),
      clock: () => new Date('2026-11-23T14:02:40Z'),
      limit: pLimit(2),
      sources: [new SilentSource()],
      // Nothing is read yet of what is tried out.
      slos: Object.assign(Object.create(SloReader.prototype), {
        planOf: () => undefined,
      }),
    });
    let isOver = false;
    answer.finally(() => {
      isOver = true;
    });

    await jest.advanceTimersByTimeAsync(24_900);
    expect(isOver).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
    const { slos } = await answer;

    expect(slos).toHaveLength(1);
    expect(slos[0].state).toBe('query_error');
    for (const { lastError } of slos[0].burnRates) {
      expect(lastError).toBe('the preview took longer than 25 s');
    }
  });
});
