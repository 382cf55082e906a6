import { impairedServices, ServiceImpairment } from './impairedServices';
import { EscalationStatus, OnCallServiceStatus } from './status';

const source = { type: 'pagerduty', name: 'default' };
const service = (
  id: string,
  rest: Partial<OnCallServiceStatus> = {},
): OnCallServiceStatus => ({
  id,
  source,
  found: true,
  name: `Name of ${id}`,
  status: 'active',
  ...rest,
});
const policyOf = (
  serviceIds: string[],
  rest: Partial<EscalationStatus> = {},
): EscalationStatus => ({
  policy: { id: 'P1', name: 'Payments' },
  source,
  serviceIds,
  levels: [],
  ...rest,
});

describe('impairedServices', () => {
  it.each<
    [string, Partial<OnCallServiceStatus>, ServiceImpairment | undefined]
  >([
    ['active', { status: 'active' }, undefined],
    ['with an acknowledged incident', { status: 'warning' }, undefined],
    ['with an incident that waits', { status: 'critical' }, undefined],
    ['disabled', { status: 'disabled' }, 'disabled'],
    ['in maintenance', { status: 'maintenance' }, 'in_maintenance'],
    ['in a state nobody knows', { status: 'unknown' }, 'status_unknown'],
    ['in a state of another version', { status: 'on_fire' }, 'status_unknown'],
    ['without a policy', { withoutPolicy: true }, 'without_policy'],
    [
      'disabled and without a policy',
      { status: 'disabled', withoutPolicy: true },
      'disabled',
    ],
    ['that does not exist', { found: false, status: undefined }, undefined],
    ['not read yet', { status: undefined }, undefined],
  ])('a service %s: %s %s', (_, rest, impairment) => {
    const found = impairedServices([service('S1', rest)], [policyOf(['S1'])]);
    expect(found.map(each => each.impairment)).toEqual(
      impairment ? [impairment] : [],
    );
  });

  it.each<[string, EscalationStatus[]]>([
    ['no policy', []],
    ['the policy of another service', [policyOf(['S2'])]],
    [
      'the policy of such a service of another account',
      [policyOf(['S1'], { source: { ...source, name: 'emea' } })],
    ],
  ])('does not know who is called where there is %s', (_, escalation) => {
    expect(impairedServices([service('S1')], escalation)).toEqual([
      { impairment: 'policy_unknown', service: 'Name of S1' },
    ]);
  });

  it('puts first what pages nobody for certain, then what is not known', () => {
    const given = [
      service('S1', { status: 'unknown' }),
      service('S2', { status: 'maintenance' }),
      service('S3'),
      service('S4', { withoutPolicy: true }),
      service('S5', { status: 'disabled', name: undefined }),
      service('S6', { status: 'disabled' }),
      service('S7'),
    ];
    const escalation = [policyOf(['S1', 'S2', 'S7'])];
    expect(impairedServices(given, escalation)).toEqual([
      { impairment: 'disabled', service: 'S5' },
      { impairment: 'disabled', service: 'Name of S6' },
      { impairment: 'without_policy', service: 'Name of S4' },
      { impairment: 'policy_unknown', service: 'Name of S3' },
      { impairment: 'in_maintenance', service: 'Name of S2' },
      { impairment: 'status_unknown', service: 'Name of S1' },
    ]);
  });
});
