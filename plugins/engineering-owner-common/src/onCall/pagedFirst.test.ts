import { pagedFirst } from './pagedFirst';
import { EscalationStatus, OnCallPerson } from './status';

const source = { type: 'pagerduty', name: 'default' };
const ada: OnCallPerson = { responderId: 'PADA', name: 'Ada' };
const alan: OnCallPerson = { responderId: 'PALAN', name: 'Alan' };

type Level = EscalationStatus['levels'][number];
const level = (
  number: number,
  people: OnCallPerson[],
  coverage: Level['coverage'] = 'covered',
): Level => ({
  level: number,
  delayMinutes: 5,
  onCall: people.map(person => ({ person, from: null, to: null })),
  gaps: [],
  coverage,
});
const policy = (...levels: Level[]): EscalationStatus => ({
  policy: { id: 'POL', name: 'Payments' },
  source,
  serviceIds: ['PCHK'],
  levels,
});
const of = { known: true, policy: 'Payments' };

describe('pagedFirst', () => {
  it.each<[string, EscalationStatus[], object]>([
    [
      'everybody at level 1',
      [policy(level(2, [alan]), level(1, [ada, alan]))],
      { ...of, nobody: false, level: 1, people: [ada, alan] },
    ],
    [
      'level 2 where level 1 is empty',
      [policy(level(1, [], 'gaps'), level(2, [alan]))],
      { ...of, nobody: false, level: 2, people: [alan] },
    ],
    ['nobody', [policy(level(1, [], 'empty'))], { ...of, nobody: true }],
    ['nobody of a policy without levels', [policy()], { ...of, nobody: true }],
    [
      'not known where what was read has passed',
      [policy(level(1, [], 'unknown'), level(2, [alan]))],
      { known: false },
    ],
    ['not known without the policy', [], { known: false }],
    [
      'not known where the policy is of another service',
      [{ ...policy(level(1, [ada])), serviceIds: ['POTHER'] }],
      { known: false },
    ],
    [
      'not known where the policy is of another account',
      [{ ...policy(level(1, [ada])), source: { ...source, name: 'eu' } }],
      { known: false },
    ],
  ])('%s', (_, escalation, expected) => {
    expect(pagedFirst(escalation, { id: 'PCHK', source })).toEqual(expected);
  });
});
