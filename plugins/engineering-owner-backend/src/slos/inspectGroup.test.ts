import { isInspectionDue } from './inspectGroup';

const now = new Date('2026-11-23T14:00:00Z');
const known = (inspectedAt: string, again = false) => ({
  inspection: {},
  problems: [],
  inspectedAt: new Date(inspectedAt),
  again,
});

describe('an inspection', () => {
  it.each([
    ['of a group that is not known', undefined, true],
    ['five hours ago', known('2026-11-23T09:00:00Z'), false],
    ['six hours ago', known('2026-11-23T08:00:00Z'), true],
    [
      'a minute ago with new entities',
      known('2026-11-23T13:59:00Z', true),
      false,
    ],
    [
      'five minutes ago with new entities',
      known('2026-11-23T13:55:00Z', true),
      true,
    ],
    ['before the clock was set back', known('2026-11-24T00:00:00Z'), true],
  ])('%s is due again: %#', (_when, inspection, expected) => {
    expect(isInspectionDue(inspection, now)).toBe(expected);
  });
});
