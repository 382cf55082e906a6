import { inheritRoles } from './inherit';
import { parseRoles } from './parseRoles';

function roles(kind: string, annotations: Record<string, string> = {}) {
  return parseRoles({
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name: 'x', annotations },
  });
}

const inherited = [
  ['primary', 'engineering-owner/primary', 'sam', 'user:default/sam'],
  ['deputy', 'engineering-owner/deputy', 'sam', 'user:default/sam'],
  ['pattern', 'engineering-owner/pattern', 'gitops', 'gitops'],
  ['tier', 'engineering-owner/tier', '3', '3'],
  ['pagerDutyServiceIds', 'pagerduty.com/service-id', 'PABC123', ['PABC123']],
  ['pagerDutyAccount', 'pagerduty.com/account', 'eu', 'eu'],
] as const;

describe('inheritRoles', () => {
  it.each(inherited)('takes %s from the System', (field, key, text, value) => {
    const resolved = inheritRoles(roles('Component'), [
      roles('System', { [key]: text }),
      roles('Domain', { [key]: 'not this one' }),
    ]);
    expect(resolved[field]).toEqual({
      state: 'declared',
      value,
      from: 'system:default/x',
    });
    expect(resolved.problems).toEqual([]);
  });

  it.each(inherited)(
    'takes %s from the Domain when the System has none',
    (field, key, text, value) => {
      const resolved = inheritRoles(roles('Component'), [
        roles('System'),
        roles('Domain', { [key]: text }),
      ]);
      expect(resolved[field]).toEqual({
        state: 'declared',
        value,
        from: 'domain:default/x',
      });
    },
  );

  it.each(inherited)('prefers its own %s', (field, key, text, value) => {
    const resolved = inheritRoles(roles('Component', { [key]: text }), [
      roles('System', { [key]: 'something else' }),
    ]);
    expect(resolved[field]).toEqual({
      state: 'declared',
      value,
      from: 'component:default/x',
    });
  });

  it('leaves absent what nobody declares', () => {
    const resolved = inheritRoles(roles('Component'), [roles('System')]);
    for (const [field] of inherited) {
      expect(resolved[field]).toEqual({ state: 'absent' });
    }
  });

  it('does not inherit boundary, selector and SLO documents', () => {
    const resolved = inheritRoles(roles('Component'), [
      roles('System', {
        'engineering-owner/boundary': 'all',
        'engineering-owner/sli-selector': 'a="b"',
        'engineering-owner/slos': 'slo.yaml',
      }),
    ]);
    expect(resolved).toMatchObject({
      boundary: { state: 'absent' },
      sliSelector: { state: 'absent' },
      slos: [],
    });
  });

  it('does not replace an invalid value by an inherited one', () => {
    const key = 'engineering-owner/deputy';
    const resolved = inheritRoles(roles('Component', { [key]: 'a@b.com' }), [
      roles('System', { [key]: 'sam' }),
    ]);
    expect(resolved.deputy).toEqual({
      state: 'invalid',
      from: 'component:default/x',
    });
  });

  it("tells an ancestor's problem only where it spoils an inherited value", () => {
    const system = roles('System', {
      'engineering-owner/deputy': 'a@b.com',
      'engineering-owner/tier': 'high',
      'engineering-owner/boundary': 'data:text/html,x',
    });
    const resolved = inheritRoles(
      roles('Component', { 'engineering-owner/tier': '1' }),
      [system],
    );
    expect(resolved.deputy).toEqual({
      state: 'invalid',
      from: 'system:default/x',
    });
    expect(resolved.problems).toMatchObject([
      { code: 'role_ref_invalid', params: { entityRef: 'system:default/x' } },
    ]);
  });

  it('looks for the account from the entity that declares the services upwards', () => {
    const resolved = inheritRoles(
      roles('Component', { 'pagerduty.com/account': 'us' }),
      [
        roles('System', { 'pagerduty.com/service-id': 'PABC123' }),
        roles('Domain', { 'pagerduty.com/account': 'eu' }),
      ],
    );
    expect(resolved.pagerDutyAccount).toEqual({
      state: 'declared',
      value: 'eu',
      from: 'domain:default/x',
    });
  });

  it('adds runbooks up, the same path in two places being two files', () => {
    const key = 'engineering-owner/runbooks';
    const resolved = inheritRoles(
      roles('Component', { [key]: 'docs/a.md,https://wiki/a' }),
      [
        roles('System', { [key]: 'docs/a.md' }),
        roles('Domain', { [key]: 'https://wiki/a' }),
      ],
    );
    expect(
      resolved.runbooks.map(r => [r.location, r.origin.entityRef]),
    ).toEqual([
      ['docs/a.md', 'component:default/x'],
      ['https://wiki/a', 'component:default/x'],
      ['docs/a.md', 'system:default/x'],
    ]);
  });
});
