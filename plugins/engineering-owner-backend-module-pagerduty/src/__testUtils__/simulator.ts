import {
  createPagerDutyHandlers,
  createPagerDutyState,
  PagerDutyState,
  PagerDutyStateOptions,
} from '@engineering-owner/demo-world';
import { setupServer } from 'msw/node';

/**
 * The simulated account behind every address, for all tests of a file; each
 * test gets one of its own.
 */
export function setupSimulator(
  options: PagerDutyStateOptions = { history: false },
): { state: PagerDutyState } {
  const server = setupServer();
  const simulator = { state: createPagerDutyState({ history: false }) };
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    simulator.state = createPagerDutyState(options);
    server.use(...createPagerDutyHandlers(simulator.state));
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());
  return simulator;
}
