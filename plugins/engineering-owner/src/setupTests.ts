import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { NOW } from './__testUtils__/fixtures/clock';

// Tabs and charts are loaded lazily, and test machines are busy.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

// Fixtures are made for one moment. Time stands still there, timers do not.
beforeEach(() => {
  jest.useFakeTimers({
    now: NOW,
    doNotFake: [
      'cancelAnimationFrame',
      'cancelIdleCallback',
      'clearImmediate',
      'clearInterval',
      'clearTimeout',
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'requestAnimationFrame',
      'requestIdleCallback',
      'setImmediate',
      'setInterval',
      'setTimeout',
    ],
  });
});
afterEach(() => {
  jest.useRealTimers();
});
