import { SectionStatus } from '@engineering-owner/backstage-plugin-common';
import { answerAge } from './answerAge';

const at = (minute: string) => `2026-03-18T10:${minute}:00.000Z`;
const ok = (minute: string): SectionStatus => ({
  state: 'ok',
  asOf: at(minute),
});
const stale = (minute: string): SectionStatus => ({
  state: 'stale',
  asOf: at(minute),
});
const pending: SectionStatus = { state: 'pending' };

describe('answerAge', () => {
  it.each([
    {
      name: 'as old as the incidents while all is well',
      sections: { incidents: ok('09'), escalation: ok('01'), alerts: ok('08') },
      expected: at('09'),
    },
    {
      name: 'as old as the oldest that is stale',
      sections: {
        incidents: ok('09'),
        escalation: stale('02'),
        alerts: stale('03'),
      },
      expected: at('02'),
    },
    {
      name: 'as old as the rest where incidents were never read',
      sections: { incidents: pending, escalation: ok('04'), alerts: ok('05') },
      expected: at('04'),
    },
    {
      name: 'of no age before the first read',
      sections: { incidents: pending, escalation: pending, alerts: pending },
      expected: undefined,
    },
  ])('is $name', ({ sections, expected }) => {
    expect(answerAge(sections)).toBe(expected);
  });
});
