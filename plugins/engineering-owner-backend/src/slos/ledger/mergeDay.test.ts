import {
  EntityReading,
  GroupReading,
} from '@engineering-owner/backstage-plugin-node';
import { unreadDay } from './LedgerDay';
import { LedgerDayWithEntries, mergeDay, unjudgedValues } from './mergeDay';

const problem = { code: 'x', severity: 'error' as const, message: 'no label' };
const codes = { invalid: problem.code, uninspected: 'sli_not_inspected' };

function reading(
  values: Record<string, [number, number] | keyof typeof codes>,
): GroupReading {
  return {
    values: new Map(
      Object.entries(values).map(([name, counts]): [string, EntityReading] => [
        name,
        typeof counts === 'string'
          ? { kind: 'invalid', problem: { ...problem, code: codes[counts] } }
          : { kind: 'counts', bad: counts[0], total: counts[1] },
      ]),
    ),
    incomplete: false,
    warnings: [],
    inspectAgain: false,
  };
}

const nothing: LedgerDayWithEntries = { day: unreadDay, entries: new Map() };

describe('mergeDay', () => {
  it('keeps whole days and hours apart', () => {
    const { day, entries } = mergeDay(nothing, {
      whole: reading({ a: [1, 100] }),
      hours: new Map([[13, reading({ a: [1, 4] })]]),
    });

    expect(day.hours[13]).toBe('read');
    expect(day.hours[12]).toBe('unread');
    expect(entries.get('a')?.day).toEqual({ bad: 1, total: 100 });
    expect(entries.get('a')?.hours[13]).toEqual({ bad: 1, total: 4 });
    expect(entries.get('a')?.hours[12]).toBeNull();
  });

  it('lets the larger total stand when a day is read again', () => {
    const first = mergeDay(nothing, {
      whole: reading({ a: [1, 100], b: [5, 50] }),
      hours: new Map(),
    });
    const { entries } = mergeDay(first, {
      whole: reading({ a: [2, 110], b: [0, 10], c: [0, 1] }),
      hours: new Map(),
    });

    expect(entries.get('a')?.day).toEqual({ bad: 2, total: 110 });
    expect(entries.get('b')?.day).toEqual({ bad: 5, total: 50 });
    expect(entries.get('c')?.day).toEqual({ bad: 0, total: 1 });
  });

  it('takes an hour without any entity for a gap, until it is read with some', () => {
    const gap = mergeDay(nothing, { hours: new Map([[3, reading({})]]) });
    expect(gap.day.hours[3]).toBe('empty');

    const filled = mergeDay(gap, {
      hours: new Map([[3, reading({ a: [0, 1] })]]),
    });
    expect(filled.day.hours[3]).toBe('read');
  });

  it('does not let an invalid figure replace one with errors, but the other way round', () => {
    const bad = mergeDay(nothing, {
      whole: reading({ a: 'invalid' }),
      hours: new Map(),
    });
    expect(bad.entries.get('a')?.day).toBe('invalid');

    const good = mergeDay(bad, {
      whole: reading({ a: [1, 2] }),
      hours: new Map(),
    });
    const again = mergeDay(good, {
      whole: reading({ a: 'invalid' }),
      hours: new Map(),
    });
    expect(again.entries.get('a')?.day).toEqual({ bad: 1, total: 2 });
  });

  it('takes no errors back that turn out not to be earned', () => {
    const green = mergeDay(nothing, {
      whole: reading({ a: [0, 9] }),
      hours: new Map([[3, reading({ a: [0, 1] })]]),
    });
    const again = mergeDay(green, {
      whole: reading({ a: 'invalid' }),
      hours: new Map([[3, reading({ a: 'invalid' })]]),
    });
    expect(again.entries.get('a')?.day).toBe('invalid');
    expect(again.entries.get('a')?.hours[3]).toBe('invalid');
  });

  it('lets no figure go for one that the inspection does not allow yet', () => {
    const green = mergeDay(nothing, {
      whole: reading({ a: [0, 9] }),
      hours: new Map([[3, reading({ a: [0, 1] })]]),
    });
    const uninspected = {
      whole: reading({ a: 'uninspected', b: 'uninspected' }),
      hours: new Map([[3, reading({ a: 'uninspected', b: 'uninspected' })]]),
    };
    const again = mergeDay(green, uninspected);

    expect(again.entries.get('a')).toEqual(green.entries.get('a'));
    expect(again.entries.get('b')?.day).toBe('invalid');
    expect(again.entries.get('b')?.hours[3]).toBe('invalid');
    expect(unjudgedValues(uninspected)).toEqual(new Set(['a', 'b']));
  });

  it('keeps hours of which the source has lost the data since', () => {
    const each = (values: Parameters<typeof reading>[0], hours: number[]) =>
      new Map(hours.map(hour => [hour, reading(values)]));
    const hours = [...Array(24).keys()];
    const morning = mergeDay(nothing, {
      hours: new Map([
        ...each({ a: [0, 3600] }, hours.slice(0, 12)),
        ...each({ a: [1800, 3600] }, [9]),
      ]),
    });
    const { entries } = mergeDay(morning, {
      whole: reading({ a: [0, 43200] }),
      hours: new Map([
        ...each({ b: [0, 1] }, hours),
        ...each({ a: [0, 3600] }, hours.slice(12)),
      ]),
    });

    expect(entries.get('a')?.day).toEqual({ bad: 1800, total: 86400 });
  });

  it('keeps a day that held something from becoming empty', () => {
    const held = mergeDay(nothing, {
      whole: reading({ a: [0, 1] }),
      hours: new Map(),
    });
    const read = { ...held, day: { ...held.day, readAt: new Date() } };

    expect(
      mergeDay(nothing, { whole: reading({}), hours: new Map() }).day.empty,
    ).toBe(true);
    expect(
      mergeDay(read, { whole: reading({}), hours: new Map() }).day.empty,
    ).toBe(false);
  });
});
