import { LedgerHour } from './ledgerHour';
import { SloDefinition, SloWindow } from './model';
import { StoredReading } from './reading';
import { whatIf } from './whatIf';

const HOUR = 3_600_000;
const now = new Date('2026-11-24T12:10:00Z');
const end = new Date('2026-11-24T12:00:00Z');
const rolling = (length: number): SloWindow => ({
  type: 'rolling',
  duration: `${length}h`,
  seconds: length * 3600,
});
const definition: SloDefinition = {
  entityRef: 'component:default/checkout',
  name: 'availability',
  title: 'Availability',
  objective: 0.999,
  window: rolling(720),
  indicator: { kind: 'ratio', total: 'requests', bad: 'errors' },
  definedBy: { type: 'template', name: 'availability', place: 'here' },
  source: { type: 'prometheus', name: 'default' },
};

/** Hours up to `end`, oldest first. */
function hours(count: number, bad = 1): LedgerHour[] {
  return Array.from({ length: count }, (_, i) => ({
    from: new Date(end.getTime() - (count - i) * HOUR),
    to: new Date(end.getTime() - (count - i - 1) * HOUR),
    counts: { bad, total: 1000 },
  }));
}

const ask = (
  window: SloWindow,
  held: LedgerHour[],
  readings: StoredReading[] = [],
) =>
  whatIf({ definition, readings, objective: 0.99, window, hours: held, now });

describe('whatIf', () => {
  it('sums the hours of the window and no others', () => {
    expect(ask(rolling(48), hours(100))).toMatchObject({
      objective: 0.99,
      reading: { state: 'ok', bad: 48, total: 48_000, coverage: 1 },
      budget: { known: true, consumedRatio: expect.closeTo(0.1, 9) },
      window: { endsAt: end.toISOString() },
    });
  });

  it('takes its share of the hour that it begins in', () => {
    const held = [
      ...hours(10),
      { from: end, to: new Date(end.getTime() + HOUR / 2), counts: null },
    ];
    held[10] = { ...held[10], counts: { bad: 5, total: 500 } };
    expect(ask(rolling(2), held).reading).toMatchObject({
      total: 500 + 1000 + 500,
      bad: 5 + 1 + 0.5,
      coverage: 1,
    });
  });

  it('is partial where the hours do not reach', () => {
    expect(ask(rolling(200), hours(100)).reading).toMatchObject({
      state: 'partial',
      coverage: 0.5,
    });
  });

  it('takes a window that is read as it is read', () => {
    const stored: StoredReading = {
      window: '6h',
      at: end.toISOString(),
      counts: { bad: 7, total: 7000 },
      coverage: 1,
      incomplete: false,
    };
    expect(ask(rolling(6), hours(100), [stored]).reading).toMatchObject({
      bad: 7,
      total: 7000,
    });
  });

  it('is pending before anything is known, and tells what is invalid', () => {
    expect(ask(rolling(48), []).reading.state).toBe('pending');
    const problem = {
      code: 'x',
      severity: 'error' as const,
      message: 'no such label',
    };
    const invalid: StoredReading = {
      window: '5m',
      coverage: 0,
      incomplete: false,
      invalid: problem,
    };
    expect(ask(rolling(48), hours(100), [invalid]).reading).toMatchObject({
      state: 'invalid',
      problem,
    });
  });

  it('says stale only when the hours stop', () => {
    const old = hours(100).slice(0, 90);
    expect(ask(rolling(48), old).reading.state).toBe('stale');
  });
});
