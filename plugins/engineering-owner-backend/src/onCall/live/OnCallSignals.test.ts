import { mockServices } from '@backstage/backend-test-utils';
import { FakeSignals } from '../../__testUtils__/FakeSignals';
import { OnCallSignals } from './OnCallSignals';

const source = { type: 'pagerduty', name: 'default' };

describe('OnCallSignals', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function world() {
    const signals = new FakeSignals();
    const logger = mockServices.logger.mock();
    return { signals, logger, live: new OnCallSignals({ signals, logger }) };
  }

  it('tells everybody at once that a service changed, and nothing else', () => {
    const { signals, live } = world();
    live.changed(source, ['P1']);
    expect(signals.published).toEqual([
      {
        recipients: { type: 'broadcast' },
        channel: 'engineering-owner:on-call',
        message: { services: [{ source, id: 'P1' }] },
      },
    ]);
  });

  it('is silent when nothing changed', () => {
    const { signals, live } = world();
    live.changed(source, []);
    jest.advanceTimersByTime(10_000);
    expect(signals.published).toEqual([]);
  });

  it('tells of what changed meanwhile together, and of the last change always', () => {
    const { signals, live } = world();
    live.changed(source, ['P1']);
    live.changed(source, ['P2']);
    live.changed(source, ['P3', 'P2']);
    expect(signals.take()).toEqual([['P1']]);
    jest.advanceTimersByTime(499);
    expect(signals.take()).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(signals.take()).toEqual([['P2', 'P3']]);
    jest.advanceTimersByTime(10_000);
    expect(signals.take()).toEqual([]);
    live.changed(source, ['P4']);
    expect(signals.take()).toEqual([['P4']]);
  });

  it('makes a few messages a second of a storm', () => {
    const { signals, live } = world();
    for (let change = 0; change < 500; change++) {
      live.changed(source, [`P${change}`]);
      jest.advanceTimersByTime(4);
    }
    jest.advanceTimersByTime(500);
    const told = signals.take();
    expect(told).toHaveLength(5);
    // Each half second had 125 of them.
    expect(told.slice(1)).toEqual(['all', 'all', 'all', 'all']);
  });

  it('goes on where signals fail, and says so once', async () => {
    const { signals, logger, live } = world();
    signals.beforePublish = () => {
      throw new Error('the event bus is away');
    };
    live.changed(source, ['P1']);
    await jest.advanceTimersByTimeAsync(500);
    live.changed(source, ['P2']);
    await jest.advanceTimersByTimeAsync(500);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls[0][0]).toContain('the event bus is away');

    signals.beforePublish = () => {};
    live.changed(source, ['P3']);
    expect(signals.take()).toEqual([['P3']]);
  });
});
