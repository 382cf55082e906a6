import { formatBurnRate, formatCount } from './counts';
import { formatAge, formatDuration, formatExactDuration } from './durations';
import {
  formatBudget,
  formatObjective,
  formatReached,
  formatShare,
} from './ratios';
import { formatThreshold } from './thresholds';
import { formatAbsoluteTime, formatDate, formatTime } from './times';

/** Narrow spaces as plain ones, the minus as a hyphen, to be readable here. */
function plain(text: string): string {
  return text.replace(/\u202f/g, ' ').replace(/\u2212/g, '-');
}

describe('figures', () => {
  it.each([
    [0.999, '99.9 %'],
    [0.9995, '99.95 %'],
    [0.99, '99 %'],
    [0.99999, '99.999 %'],
    [0.5, '50 %'],
  ])('write the objective %p as %p', (objective, text) => {
    expect(plain(formatObjective(objective))).toBe(text);
  });

  it.each([
    [0.00131, 0.999, '99.86 %'],
    [0.006, 0.99, '99.4 %'],
    [0.001004, 0.999, '99.89 %'],
    [0.001, 0.999, '99.9 %'],
    [0, 0.999, '100 %'],
    [0.0000001, 0.999, '99.99 %'],
    [1, 0.999, '0 %'],
  ])(
    'cut off what was reached with an error ratio of %p against %p to %p',
    (errorRatio, objective, text) => {
      expect(plain(formatReached(errorRatio, objective))).toBe(text);
    },
  );

  it.each([
    [0.61, '61 %'],
    [-0.31, '-31 %'],
    [0.0042, '0.4 %'],
    [-12.4, '-1,240 %'],
    [1, '100 %'],
    [0, '0 %'],
    [-0.0001, '0 %'],
  ])('write the budget %p as %p', (ratio, text) => {
    expect(plain(formatBudget(ratio))).toBe(text);
  });

  it.each([
    [1, '100 %'],
    [0.9999, '99 %'],
    [0.29, '29 %'],
    [0.015, '1.5 %'],
    [0, '0 %'],
  ])('write the coverage %p as %p', (ratio, text) => {
    expect(plain(formatShare(ratio))).toBe(text);
  });

  it.each([
    [14.4, '14.4×'],
    [6, '6×'],
    [0.8, '0.8×'],
    [0.043, '0.04×'],
    [0.001, '<0.01×'],
    [0, '0×'],
    [120.4, '120×'],
    [1000, '1,000×'],
  ])('write the burn rate %p as %p', (burnRate, text) => {
    expect(formatBurnRate(burnRate)).toBe(text);
  });

  it.each([
    [13300.4, '13,300'],
    [-4119.7, '-4,120'],
    [7.25, '7.3'],
    [0, '0'],
    [-0.01, '0'],
  ])('write the count %p as %p', (count, text) => {
    expect(plain(formatCount(count))).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [12, '12 s'],
    [59.7, '1 min'],
    [2400, '40 min'],
    [3599, '1 h'],
    [4800, '1 h 20 min'],
    [32400, '9 h'],
    [86399, '1 d'],
    [273600, '3 d 4 h'],
    [86400 * 23.2, '23 d'],
    [-5, '0 s'],
  ])('say %p seconds as %p', (seconds, text) => {
    expect(plain(formatDuration(seconds))).toBe(text);
  });

  it.each([
    [0, '0 s'],
    [300, '5 min'],
    [310, '5 min 10 s'],
    [3600, '1 h'],
    [14420.5, '4 h 20.5 s'],
    [90061, '1 d 1 h 1 min 1 s'],
  ])('say the limit of %p seconds as %p', (seconds, text) => {
    expect(plain(formatExactDuration(seconds))).toBe(text);
  });

  it.each([
    [0.3, '300 ms'],
    [2.5, '2.5 s'],
    [0.0005, '0.5 ms'],
    [1, '1 s'],
  ])('write the threshold of %p seconds as %p', (seconds, text) => {
    expect(plain(formatThreshold(seconds))).toBe(text);
  });

  describe('of time', () => {
    const now = new Date('2025-06-12T12:00:00Z');

    it.each([
      ['2025-06-12T12:05:03Z', '14:05'],
      ['2025-06-13T16:00:00Z', 'Fri 18:00'],
      ['2025-06-07T07:00:00Z', 'Sat 09:00'],
      ['2025-05-02T07:00:00Z', '2 May 09:00'],
      ['2024-12-31T22:59:00Z', '31 Dec 2024 23:59'],
    ])('say %p in the zone of the reader as %p', (iso, text) => {
      expect(formatTime(iso, now, 'Europe/Berlin')).toBe(text);
    });

    it('tell today by the zone of the reader', () => {
      expect(formatTime('2025-06-12T23:30:00Z', now, 'utc')).toBe('23:30');
      expect(formatTime('2025-06-12T23:30:00Z', now, 'Asia/Tokyo')).toBe(
        'Fri 08:30',
      );
    });

    it('give the whole of it with its zone', () => {
      expect(formatAbsoluteTime('2025-06-12T12:05:03Z', 'Europe/Berlin')).toBe(
        '2025-06-12 14:05:03 (Europe/Berlin, UTC+02:00)',
      );
    });

    it('keep a calendar date the same everywhere', () => {
      expect(formatDate('2025-06-12')).toBe('12 Jun 2025');
    });

    it('give the date of a moment in a zone', () => {
      const midnight = '2025-06-08T22:00:00.000Z';
      expect(formatDate(midnight, 'Europe/Berlin')).toBe('9 Jun 2025');
    });

    it('never make an age negative when clocks disagree', () => {
      expect(plain(formatAge('2025-06-12T12:00:05Z', now))).toBe('0 s');
    });
  });
});
