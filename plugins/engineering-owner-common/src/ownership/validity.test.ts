import { OwnerFacts, OwnershipFacts, RoleHolderFacts } from './facts';
import { inheritRoles } from './inherit';
import { parseRoles } from './parseRoles';
import { judgeOwnership } from './validity';

const annotation = {
  primary: 'engineering-owner/primary',
  deputy: 'engineering-owner/deputy',
};

function resolved(own: { primary?: string; deputy?: string }) {
  const annotations = Object.fromEntries(
    Object.entries(own).map(([role, ref]) => [
      `engineering-owner/${role}`,
      ref,
    ]),
  );
  return inheritRoles(
    parseRoles({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations },
    }),
    [],
  );
}

function person(email?: string, ...memberOf: string[]): RoleHolderFacts {
  return { exists: true, kind: 'user', email, memberOf };
}

const shop: OwnerFacts = {
  state: 'found',
  entityRef: 'group:default/shop',
  kind: 'group',
};

function facts(
  holders: Record<string, RoleHolderFacts>,
  rest: Partial<OwnershipFacts> = {},
): OwnershipFacts {
  return { owner: shop, holders: new Map(Object.entries(holders)), ...rest };
}

const alex = 'user:default/alex';
const sam = 'user:default/sam';
const bothMembers = {
  [alex]: person('alex@example.com', 'group:default/shop'),
  [sam]: person('sam@example.com', 'group:default/shop'),
};
const alexAndSam = resolved({ primary: 'alex', deputy: 'sam' });

describe('judgeOwnership', () => {
  it('has nothing to say about two members who are called', () => {
    expect(
      judgeOwnership(
        alexAndSam,
        facts(bothMembers, {
          onEscalationPolicy: ['Alex@Example.com', sam],
        }),
      ),
    ).toEqual({
      primary: {
        state: 'held',
        entityRef: alex,
        from: 'component:default/cart',
        kind: 'user',
        email: 'alex@example.com',
        inOwningGroup: 'yes',
        onEscalationPolicy: 'yes',
      },
      deputy: expect.objectContaining({
        entityRef: sam,
        onEscalationPolicy: 'yes',
      }),
      problems: [],
    });
  });

  it.each<
    [string, ReturnType<typeof resolved>, OwnershipFacts, [string, string][]]
  >([
    [
      'nobody in any role',
      resolved({}),
      facts({}),
      [
        ['error', 'role_missing'],
        ['warning', 'role_missing'],
      ],
    ],
    [
      'no deputy',
      resolved({ primary: 'alex' }),
      facts(bothMembers),
      [['warning', 'role_missing']],
    ],
    [
      'a primary who left',
      alexAndSam,
      facts({ ...bothMembers, [alex]: { exists: false } }),
      [['error', 'role_not_found']],
    ],
    [
      'the same person twice',
      resolved({ primary: 'alex', deputy: 'user:default/Alex' }),
      facts(bothMembers),
      [['error', 'deputy_is_primary']],
    ],
    [
      'a deputy of another team',
      alexAndSam,
      facts({ ...bothMembers, [sam]: person(undefined, 'group:default/ops') }),
      [['warning', 'role_not_in_owner_group']],
    ],
    [
      'no owner',
      alexAndSam,
      facts(bothMembers, { owner: { state: 'missing' } }),
      [['error', 'owner_missing']],
    ],
    [
      'an owner that does not exist',
      alexAndSam,
      facts(bothMembers, { owner: { state: 'not_found', value: 'shopp' } }),
      [['error', 'owner_not_found']],
    ],
    [
      'a kind that has no owner',
      alexAndSam,
      facts(bothMembers, { owner: { state: 'not_applicable' } }),
      [],
    ],
    [
      'a primary whom nobody calls',
      alexAndSam,
      facts(bothMembers, { onEscalationPolicy: ['sam@example.com'] }),
      [['warning', 'role_not_on_escalation_policy']],
    ],
    [
      'a person without e-mail, whom the policy cannot be compared with',
      alexAndSam,
      facts(
        { ...bothMembers, [alex]: person(undefined, 'group:default/shop') },
        { onEscalationPolicy: ['sam@example.com'] },
      ),
      [],
    ],
    ['an unknown policy', alexAndSam, facts(bothMembers), []],
    ['people who were not looked up', alexAndSam, facts({}), []],
    [
      'the owning group as primary',
      resolved({ primary: 'group:shop', deputy: 'sam' }),
      facts(
        {
          ...bothMembers,
          'group:default/shop': { exists: true, kind: 'group', memberOf: [] },
        },
        { onEscalationPolicy: ['sam@example.com'] },
      ),
      [],
    ],
    [
      'an invalid reference, reported once',
      resolved({ primary: 'a@b.com', deputy: 'sam' }),
      facts(bothMembers),
      [['error', 'role_ref_invalid']],
    ],
    [
      'everything at once, worst first',
      resolved({ deputy: 'kim' }),
      facts(
        { 'user:default/kim': person('kim@example.com') },
        { onEscalationPolicy: [] },
      ),
      [
        ['error', 'role_missing'],
        ['warning', 'role_not_in_owner_group'],
        ['warning', 'role_not_on_escalation_policy'],
      ],
    ],
  ])('judges %s', (_case, roles, known, expected) => {
    const { problems } = judgeOwnership(roles, known);
    expect(problems.map(p => [p.severity, p.code])).toEqual(expected);
  });

  it('puts the primary before the deputy', () => {
    const { problems } = judgeOwnership(
      resolved({ primary: 'kim', deputy: 'lou' }),
      facts({
        'user:default/lou': { exists: false },
        'user:default/kim': { exists: false },
      }),
    );
    expect(problems.map(p => 'role' in p.params && p.params.role)).toEqual([
      'primary',
      'deputy',
    ]);
  });

  it('places the problem of an inherited role on the entity that declares it', () => {
    const system = parseRoles({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: {
        name: 'secret-system',
        annotations: { [annotation.primary]: 'gone' },
      },
    });
    const own = parseRoles({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart', annotations: { [annotation.deputy]: 'sam' } },
    });
    const { primary, problems } = judgeOwnership(
      inheritRoles(own, [system]),
      facts({ ...bothMembers, 'user:default/gone': { exists: false } }),
    );
    expect(primary).toMatchObject({ state: 'not_found' });
    expect(problems).toMatchObject([
      { params: { entityRef: 'system:default/secret-system' } },
    ]);
    expect(problems[0].message).toContain('"user:default/gone"');
    expect(problems[0].message).not.toContain('secret-system');
  });
});
