import { coverRunbooks, runbookForAlert } from './coverage';

const readable = {
  id: 'file',
  location: 'https://git.example.com/errors.md',
  alerts: ['Errors'],
  readable: true,
};
const address = {
  id: 'wiki',
  location: 'https://wiki.example.com/errors',
  alerts: [],
  readable: false,
};
const spare = {
  id: 'spare',
  location: 'https://git.example.com/spare.md',
  alerts: ['Gone'],
  readable: true,
};

describe('runbookForAlert', () => {
  it.each([
    ['the one it names', { name: 'X', location: spare.location }, 'spare'],
    ['the one that names it', { name: 'Errors' }, 'file'],
    [
      'one that can be read before one that is only an address',
      { name: 'Errors', location: address.location },
      'file',
    ],
    ['an address at least', { name: 'X', location: address.location }, 'wiki'],
    [
      'its own before one that names it',
      { name: 'Errors', location: spare.location },
      'spare',
    ],
    ['none', { name: 'X', location: 'https://elsewhere.example' }, undefined],
    ['none', { name: 'X' }, undefined],
  ])('opens %s', (_, alert, id) => {
    expect(runbookForAlert(alert, [address, readable, spare])?.id).toBe(id);
  });
});

describe('coverRunbooks', () => {
  it('names alerts without runbook and runbooks without alert', () => {
    expect(
      coverRunbooks(
        [
          { name: 'Slow' },
          { name: 'Errors' },
          { name: 'Down', location: address.location },
          { name: 'Elsewhere', location: 'https://elsewhere.example' },
          { name: 'Burn' },
          { name: 'Slow' },
        ],
        [readable, address, spare],
      ),
    ).toEqual({
      alertsWithoutRunbook: ['Burn', 'Slow'],
      runbooksWithoutAlert: ['spare'],
    });
  });

  it('finds every runbook spare where there are no rules', () => {
    expect(coverRunbooks([], [readable])).toEqual({
      alertsWithoutRunbook: [],
      runbooksWithoutAlert: ['file'],
    });
  });
});
