import { SectionPart, sectionStatus } from './section';

const now = new Date('2026-03-02T12:00:00.000Z');
const ago = (seconds: number) =>
  new Date(now.getTime() - seconds * 1000).toISOString();
const part = (rest: Partial<SectionPart>): SectionPart => ({
  what: 'incidents of pagerduty:default',
  intervalSeconds: 60,
  lastSuccessAt: ago(30),
  ...rest,
});
const failing = {
  code: 'source_failing',
  severity: 'error',
  message: '403: no scope',
  params: { what: 'incidents of pagerduty:default' },
};

describe('sectionStatus', () => {
  it.each([
    {
      name: 'nothing to read',
      parts: [],
      expected: { state: 'not_configured' },
    },
    {
      name: 'all read lately: as old as the oldest',
      parts: [part({}), part({ lastSuccessAt: ago(90) })],
      expected: { state: 'ok', asOf: ago(90) },
    },
    {
      name: 'one never read',
      parts: [part({}), part({ lastSuccessAt: undefined })],
      expected: { state: 'pending' },
    },
    {
      name: 'never read, and the first read failed',
      parts: [part({ lastSuccessAt: undefined, lastError: '403: no scope' })],
      expected: { state: 'pending', problem: failing },
    },
    {
      name: 'failing for less than three turns',
      parts: [part({ lastSuccessAt: ago(180), lastError: '403: no scope' })],
      expected: { state: 'ok', asOf: ago(180), problem: failing },
    },
    {
      name: 'failing for longer',
      parts: [part({ lastSuccessAt: ago(181), lastError: '403: no scope' })],
      expected: { state: 'stale', asOf: ago(181), problem: failing },
    },
    {
      name: 'not asked for longer, without an error',
      parts: [part({ lastSuccessAt: ago(600) })],
      expected: {
        state: 'stale',
        asOf: ago(600),
        problem: {
          code: 'source_silent',
          severity: 'warning',
          message:
            'Reading the incidents of pagerduty:default last succeeded at 2026-03-02T11:50:00.000Z and is due every 60 s',
          params: { what: 'incidents of pagerduty:default' },
        },
      },
    },
    {
      name: 'each part by its own interval',
      parts: [part({ intervalSeconds: 600, lastSuccessAt: ago(1000) })],
      expected: { state: 'ok', asOf: ago(1000) },
    },
  ])('$name', ({ parts, expected }) => {
    expect(sectionStatus(parts, now)).toEqual(expected);
  });
});
