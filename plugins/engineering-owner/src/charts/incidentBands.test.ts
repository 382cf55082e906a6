import type { SloIncident } from '@engineering-owner/backstage-plugin-common';
import { ago, HOURS, NOW } from '../__testUtils__/fixtures/clock';
import { incidentBands } from './incidentBands';

const to = NOW.getTime();
const range = { from: to - 100 * HOURS * 1000, to };

function incident(
  began: number,
  ended: number | undefined,
  consumedRatio?: number,
): SloIncident {
  return {
    id: `${began}`,
    title: 'an incident',
    source: { type: 'pagerduty', name: 'default' },
    urgency: 'high',
    triggeredAt: ago(NOW, began * HOURS),
    ...(ended !== undefined && { resolvedAt: ago(NOW, ended * HOURS) }),
    ...(consumedRatio !== undefined && { consumedRatio }),
  };
}

function hoursAgo(time: number): number {
  return (to - time) / (HOURS * 1000);
}

describe('the bands of incidents', () => {
  it('lie where they were, cut at the ends of the range, open ones to its end', () => {
    const bands = incidentBands(
      [incident(120, 95), incident(60, 50), incident(20, undefined)],
      range,
    );
    expect(
      bands.map(({ number, from, to: end }) => [
        number,
        hoursAgo(from),
        hoursAgo(end),
      ]),
    ).toEqual([
      [1, 100, 95],
      [2, 60, 50],
      [3, 20, 0],
    ]);
  });

  it('are wide enough to be seen, also at the very end', () => {
    const bands = incidentBands(
      [incident(60, 59.99), incident(0.01, undefined)],
      range,
    );
    expect(bands.map(band => hoursAgo(band.from) - hoursAgo(band.to))).toEqual([
      expect.closeTo(0.4, 6),
      expect.closeTo(0.4, 6),
    ]);
  });

  it('say what they cost, or only their number while that is not known', () => {
    const labels = incidentBands(
      [incident(60, 50, 0.38), incident(20, undefined)],
      range,
    ).map(({ label }) => label?.replace(/\u202f/g, ' '));
    expect(labels).toEqual(['#1 \u221238 %', '#2']);
  });

  it('leave the label to the more expensive of two that are near', () => {
    const labels = incidentBands(
      [incident(60, 55, 0.1), incident(54, 50, 0.5), incident(20, 19, 0.01)],
      range,
    ).map(({ label }) => label !== undefined);
    expect(labels).toEqual([false, true, true]);
  });

  it('have their label before them where the chart ends', () => {
    const bands = incidentBands(
      [incident(40, 39), incident(22, 21, 0.1), incident(5, 4, 0.2)],
      range,
    );
    expect(
      bands.map(({ label, labelEnds }) => [label !== undefined, labelEnds]),
    ).toEqual([
      [true, false],
      // The last one's label takes the place where this one's would be.
      [false, false],
      [true, true],
    ]);
  });
});
