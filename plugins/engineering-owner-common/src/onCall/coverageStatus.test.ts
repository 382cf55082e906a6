import { coverageStatus } from './coverageStatus';
import { OnCallShift } from './model';

const now = new Date('2026-03-02T09:00:00.000Z');
const readUntil = new Date('2026-03-30T09:00:00.000Z');

function shift(
  responderId: string,
  start: string | null,
  end: string | null,
  level = 1,
): OnCallShift {
  return { policyId: 'P1', level, responderId, start, end };
}

function statusOf(shifts: OnCallShift[], until = readUntil) {
  return coverageStatus({
    policy: {
      id: 'P1',
      levels: [
        { level: 2, delayMinutes: 5, targets: [] },
        { level: 1, delayMinutes: 5, targets: [] },
      ],
    },
    shifts,
    now,
    readUntil: until,
    person: responderId => ({ responderId, name: `Name of ${responderId}` }),
  });
}

describe('coverageStatus', () => {
  it('has the turns of each level in the period, whole, and the gaps between them', () => {
    const status = statusOf([
      shift('ADA', '2026-02-28T09:00:00.000Z', '2026-03-09T09:00:00.000Z'),
      shift('BEN', '2026-03-10T09:00:00.000Z', '2026-04-06T09:00:00.000Z'),
      shift('ADA', '2026-04-06T09:00:00.000Z', '2026-04-13T09:00:00.000Z'),
      shift('OLD', '2026-02-20T09:00:00.000Z', '2026-02-28T09:00:00.000Z'),
      shift('EVE', null, null, 2),
    ]);
    expect(status).toEqual({
      period: { from: now.toISOString(), to: readUntil.toISOString() },
      tone: 'look_today',
      nobody: [],
      levelsWithoutPeople: [],
      permanent: [{ responderId: 'EVE', name: 'Name of EVE' }],
      levels: [
        {
          level: 1,
          gaps: [
            {
              from: '2026-03-09T09:00:00.000Z',
              to: '2026-03-10T09:00:00.000Z',
            },
          ],
          turns: [
            {
              person: { responderId: 'ADA', name: 'Name of ADA' },
              from: '2026-02-28T09:00:00.000Z',
              to: '2026-03-09T09:00:00.000Z',
            },
            {
              person: { responderId: 'BEN', name: 'Name of BEN' },
              from: '2026-03-10T09:00:00.000Z',
              to: '2026-04-06T09:00:00.000Z',
            },
          ],
        },
        {
          level: 2,
          gaps: [],
          turns: [
            {
              person: { responderId: 'EVE', name: 'Name of EVE' },
              from: null,
              to: null,
            },
          ],
        },
      ],
    });
  });

  it('claims neither turns nor gaps where what was read has passed', () => {
    expect(statusOf([shift('ADA', null, null)], now)).toEqual({
      tone: 'unknown',
      nobody: [],
      levelsWithoutPeople: [],
      permanent: [{ responderId: 'ADA', name: 'Name of ADA' }],
      levels: [
        { level: 1, gaps: [], turns: [] },
        { level: 2, gaps: [], turns: [] },
      ],
    });
  });

  it('names levels without people, and when nobody is on call at any', () => {
    const { levelsWithoutPeople, nobody, tone } = statusOf([
      shift('ADA', '2026-03-02T10:00:00.000Z', '2026-05-01T09:00:00.000Z'),
    ]);
    expect({ levelsWithoutPeople, nobody, tone }).toEqual({
      levelsWithoutPeople: [2],
      nobody: [{ from: now.toISOString(), to: '2026-03-02T10:00:00.000Z' }],
      tone: 'act_now',
    });
  });
});
