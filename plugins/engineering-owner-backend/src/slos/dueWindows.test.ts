import { dueWindows } from './dueWindows';
import { WindowStatus } from './WindowStore';

const windows = [
  ['5m', 300],
  ['30m', 1800],
  ['1h', 3600],
  ['2h', 7200],
  ['6h', 21600],
  ['1d', 86400],
  ['3d', 259200],
  ['30d', 2592000],
].map(([window, seconds]) => ({
  window: `${window}`,
  seconds: Number(seconds),
  everySeconds: Number(seconds) > 3600 ? 300 : 60,
}));

function statusAt(
  at: string,
  changes: Record<string, Partial<WindowStatus>> = {},
) {
  return new Map(
    windows.map(({ window }): [string, WindowStatus] => [
      window,
      {
        window,
        at: new Date(at),
        attemptedAt: new Date(at),
        incomplete: false,
        ledgerChanged: false,
        ...changes[window],
      },
    ]),
  );
}

function due(
  now: string,
  status: Map<string, WindowStatus>,
  inspecting = false,
  phaseSeconds = 0,
) {
  return dueWindows({
    windows,
    status,
    now: new Date(now),
    delaySeconds: 30,
    phaseSeconds,
    inspecting,
  });
}

const names = (found: ReturnType<typeof due>) =>
  found.map(({ window }) => window);

describe('dueWindows', () => {
  it('takes every window that was never read, shortest first', () => {
    expect(names(due('2026-11-23T14:02:40Z', new Map()))).toEqual(
      windows.map(({ window }) => window),
    );
  });

  it('ends windows at aligned times that samples have reached', () => {
    const found = due('2026-11-23T14:05:20Z', new Map());
    expect(found.map(({ at }) => at.toISOString().slice(11, 19))).toEqual([
      ...Array(3).fill('14:04:00'),
      ...Array(5).fill('14:00:00'),
    ]);
  });

  it('ends the long windows of a group that has another turn minutes later', () => {
    const ends = (now: string) =>
      due(now, new Map(), false, 120).map(({ at }) =>
        at.toISOString().slice(11, 19),
      );

    expect(ends('2026-11-23T14:06:40Z')).toEqual([
      ...Array(3).fill('14:06:00'),
      ...Array(5).fill('14:02:00'),
    ]);
    expect(ends('2026-11-23T14:07:40Z')).toEqual(Array(8).fill('14:07:00'));
  });

  it('reads short windows each minute and long ones when their five minutes are over', () => {
    const status = statusAt('2026-11-23T14:00:00Z');
    expect(names(due('2026-11-23T14:00:40Z', status))).toEqual([]);
    expect(names(due('2026-11-23T14:03:40Z', status))).toEqual([
      '5m',
      '30m',
      '1h',
    ]);
  });

  it('spreads long windows over cycles, three reads in each, budgets first', () => {
    const now = '2026-11-23T14:05:40Z';
    // Three reads for both, because they share the stretch since midnight.
    expect(names(due(now, statusAt('2026-11-23T14:00:00Z'))).slice(3)).toEqual([
      '3d',
      '30d',
    ]);
    const fresh = { at: new Date('2026-11-23T14:05:00Z') };
    const later = statusAt('2026-11-23T14:00:00Z', {
      '3d': fresh,
      '30d': fresh,
    });
    expect(names(due(now, later)).slice(3)).toEqual(['2h', '6h', '1d']);
  });

  it('reads first what is oldest, whatever it is', () => {
    const status = statusAt('2026-11-23T14:00:00Z', {
      '2h': { at: new Date('2026-11-23T13:55:00Z') },
    });
    const found = due('2026-11-23T14:05:40Z', status);
    expect(names(found).slice(3)).toEqual(['2h', '30d']);
  });

  it('leaves long windows to the next cycle when the group is inspected', () => {
    expect(
      names(
        due('2026-11-23T14:05:40Z', statusAt('2026-11-23T14:00:00Z'), true),
      ),
    ).toEqual(['5m', '30m', '1h']);
  });

  it('retries a short window at once and a dear one after two minutes', () => {
    const failed = {
      lastError: 'timed out',
      attemptedAt: new Date('2026-11-23T14:05:10Z'),
    };
    const status = statusAt('2026-11-23T14:00:00Z', {
      '5m': failed,
      '2h': failed,
      '6h': failed,
      '1d': failed,
      '3d': failed,
      '30d': failed,
    });
    expect(names(due('2026-11-23T14:06:40Z', status))).toEqual([
      '5m',
      '30m',
      '1h',
    ]);
    expect(names(due('2026-11-23T14:07:20Z', status))).toContain('30d');
  });

  it('waits neither for reads nor for failures of a clock that was set back', () => {
    const failed = {
      lastError: 'timed out',
      attemptedAt: new Date('2026-11-23T20:05:10Z'),
    };
    const ahead = statusAt('2026-11-23T20:00:00Z', {
      '6h': failed,
      '30d': failed,
    });
    expect(names(due('2026-11-23T14:07:40Z', ahead))).toEqual(
      expect.arrayContaining(['5m', '30m', '1h', '30d']),
    );
  });

  it('reads a window again when days below it were filled in', () => {
    const status = statusAt('2026-11-23T14:00:00Z', {
      '30d': { ledgerChanged: true },
    });
    expect(names(due('2026-11-23T14:00:40Z', status))).toEqual(['30d']);
  });

  it('reads the day that just ended directly until the ledger has it', () => {
    const found = due('2026-11-24T00:05:40Z', new Map());
    const month = found.find(({ window }) => window === '30d');
    expect(month?.plan.direct.length).toBe(3);
    expect(month?.plan.closedDays.at(-1)).toBe('2026-11-22');
  });
});
