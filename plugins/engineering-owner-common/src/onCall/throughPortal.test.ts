import { IncidentEvent } from './model';
import { firstAcknowledgementByPerson } from './firstAcknowledgement';
import { throughPortal } from './throughPortal';

const entry = (
  id: string,
  minute: number,
  rest: Partial<IncidentEvent> = {},
): IncidentEvent => ({
  id,
  incidentId: 'Q1',
  at: new Date(Date.UTC(2026, 2, 18, 10, minute)).toISOString(),
  kind: 'acknowledge',
  agent: { type: 'user', id: 'PADA' },
  channel: 'api',
  ...rest,
});
const action = {
  kind: 'acknowledge',
  since: new Date('2026-03-18T10:05:00Z'),
} as const;

describe('throughPortal', () => {
  it.each<[string, IncidentEvent[], string | undefined]>([
    ['an entry since', [entry('a', 6)], 'a'],
    ['the last of several', [entry('b', 7), entry('a', 6)], 'b'],
    ['none before', [entry('a', 4)], undefined],
    [
      'none of a machine',
      [entry('a', 6, { agent: { type: 'service' } })],
      undefined,
    ],
    ['none of a telephone', [entry('a', 6, { channel: 'mobile' })], undefined],
    [
      'none when somebody else came after, by telephone',
      [entry('a', 6), entry('b', 7, { channel: 'sms' })],
      undefined,
    ],
    ['none of another kind', [entry('a', 6, { kind: 'resolve' })], undefined],
    ['none without a time', [entry('a', 6, { at: 'soon' })], undefined],
    ['none in an empty log', [], undefined],
  ])('finds %s', (_, events, id) => {
    expect(throughPortal(events, action)?.id).toBe(id);
  });

  it('makes it an acknowledgement of a person, which is counted', () => {
    const log = [entry('a', 6)];
    expect(firstAcknowledgementByPerson(log)).toBeUndefined();
    const own = throughPortal(log, action);
    expect(own).toEqual({ ...log[0], channel: 'portal' });
    expect(firstAcknowledgementByPerson(own ? [own] : [])).toBe(own);
  });
});
