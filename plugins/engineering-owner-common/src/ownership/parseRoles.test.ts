import { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { parseRoles } from './parseRoles';

function component(
  annotations: Record<string, unknown>,
  metadata: Record<string, unknown> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', namespace: 'shop', annotations, ...metadata },
  } as Entity;
}

describe('parseRoles', () => {
  it('reads a complete entity without a problem', () => {
    const roles = parseRoles(
      component(
        {
          'engineering-owner/primary': 'alex',
          'engineering-owner/deputy': 'group:default/Payments',
          'engineering-owner/boundary': 'Carts, up to the handover to payment.',
          'engineering-owner/pattern': 'service-first',
          'engineering-owner/tier': '1',
          'engineering-owner/runbooks': 'docs/cart.md, https://wiki/cart',
          'engineering-owner/slos': 'slos/{cart,basket}.yaml,more/*.yaml',
          'engineering-owner/sli-selector': 'namespace="shop"',
          'pagerduty.com/service-id': ' PABC123,Q02JTSNZWHSEKV, PABC123 ',
          'pagerduty.com/account': 'europe',
          'backstage.io/runbook-url': 'https://wiki/cart-alerts',
        },
        {
          links: [
            { type: 'runbook', url: 'https://wiki/links', title: 'By link' },
            { type: 'runbook', url: 'https://wiki/cart' },
            { type: 'dashboard', url: 'https://grafana/cart' },
          ],
        },
      ),
    );
    const entityRef = 'component:shop/cart';
    const annotation = 'engineering-owner/runbooks';
    expect(roles).toEqual({
      entityRef,
      primary: { state: 'declared', value: 'user:shop/alex' },
      deputy: { state: 'declared', value: 'group:default/payments' },
      boundary: {
        state: 'declared',
        value: { kind: 'text', text: 'Carts, up to the handover to payment.' },
      },
      pattern: { state: 'declared', value: 'service-first' },
      tier: { state: 'declared', value: '1' },
      pagerDutyServiceIds: {
        state: 'declared',
        value: ['PABC123', 'Q02JTSNZWHSEKV'],
      },
      pagerDutyAccount: { state: 'declared', value: 'europe' },
      sliSelector: { state: 'declared', value: 'namespace="shop"' },
      runbooks: [
        {
          location: 'docs/cart.md',
          origin: { kind: 'annotation', entityRef, annotation },
        },
        {
          location: 'https://wiki/cart',
          origin: { kind: 'annotation', entityRef, annotation },
        },
        {
          location: 'https://wiki/cart-alerts',
          origin: {
            kind: 'annotation',
            entityRef,
            annotation: 'backstage.io/runbook-url',
          },
        },
        {
          location: 'https://wiki/links',
          origin: { kind: 'link', entityRef, title: 'By link' },
        },
      ],
      slos: ['slos/{cart,basket}.yaml', 'more/*.yaml'],
      problems: [],
    });
  });

  it('finds nothing, and nothing wrong, in an entity without annotations', () => {
    const roles = parseRoles({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'cart' },
    });
    expect(roles).toMatchObject({
      entityRef: 'component:default/cart',
      primary: { state: 'absent' },
      pagerDutyServiceIds: { state: 'absent' },
      runbooks: [],
      problems: [],
    });
  });

  it.each([
    ['alex', 'user:shop/alex'],
    ['  alex  ', 'user:shop/alex'],
    ['staff/alex', 'user:staff/alex'],
    ['user:alex', 'user:shop/alex'],
    ['User:Default/Alex', 'user:default/alex'],
    ['group:payments', 'group:shop/payments'],
    ['group:default/payments', 'group:default/payments'],
  ])('reads the role %p as %p', (text, entityRef) => {
    const roles = parseRoles(component({ 'engineering-owner/primary': text }));
    expect(roles.primary).toEqual({ state: 'declared', value: entityRef });
    expect(roles.problems).toEqual([]);
  });

  it.each([
    ['alex@example.com', 'role_ref_invalid'],
    ['alex, sam', 'role_ref_invalid'],
    ['user:', 'role_ref_invalid'],
    ['user:default/', 'role_ref_invalid'],
    ['user:default/a/b', 'role_ref_invalid'],
    ['user:no_such_namespace/alex', 'role_ref_invalid'],
    ['__proto__', 'role_ref_invalid'],
    ['Alex Smith', 'role_ref_invalid'],
    ['x'.repeat(64), 'role_ref_invalid'],
    ['component:default/cart', 'role_kind_not_allowed'],
  ])('refuses the role %p: %s', (text, code) => {
    const roles = parseRoles(component({ 'engineering-owner/deputy': text }));
    expect(roles.deputy).toEqual({ state: 'invalid' });
    expect(roles.problems).toHaveLength(1);
    expect(roles.problems[0]).toMatchObject({
      code,
      severity: 'error',
      params: {
        entityRef: 'component:shop/cart',
        annotation: 'engineering-owner/deputy',
        role: 'deputy',
        value: text,
      },
    });
    expect(roles.problems[0].message).toContain('engineering-owner/deputy');
    expect(roles.problems[0].message).toContain(text);
  });

  it.each([
    ['engineering-owner/tier', '0', 'tier_unknown'],
    ['engineering-owner/tier', 'critical', 'tier_unknown'],
    ['engineering-owner/pattern', 'Service First', 'pattern_unknown'],
    ['engineering-owner/boundary', 'data:text/html,a', 'boundary_not_http'],
    ['engineering-owner/boundary', 'https://[', 'boundary_not_http'],
    [
      'engineering-owner/runbooks',
      'file:///etc/passwd',
      'document_location_invalid',
    ],
    ['backstage.io/runbook-url', 'vbscript:a', 'document_location_invalid'],
    ['engineering-owner/slos', ',,', 'document_location_invalid'],
    ['pagerduty.com/service-id', 'pabc123', 'pagerduty_service_id_invalid'],
    [
      'pagerduty.com/service-id',
      'https://acme.pagerduty.com/services/PABC123',
      'pagerduty_service_id_invalid',
    ],
  ])('reports %s: %p as %s and quotes it', (annotation, value, code) => {
    const { problems } = parseRoles(component({ [annotation]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code, params: { annotation, value } });
    expect(problems[0].message).toContain(annotation);
    expect(problems[0].message).toContain(value);
  });

  it('keeps the good PagerDuty ids beside a bad one', () => {
    const roles = parseRoles(
      component({ 'pagerduty.com/service-id': 'PABC123, checkout' }),
    );
    expect(roles.pagerDutyServiceIds).toEqual({
      state: 'declared',
      value: ['PABC123'],
    });
    expect(roles.problems).toMatchObject([
      { code: 'pagerduty_service_id_invalid', params: { value: 'checkout' } },
    ]);
  });

  it.each([
    ['https://wiki/boundary', { kind: 'url', url: 'https://wiki/boundary' }],
    ['Note: all of it', { kind: 'text', text: 'Note: all of it' }],
    ['data:text/html, a', { kind: 'text', text: 'data:text/html, a' }],
  ])('reads the boundary %p', (text, value) => {
    const roles = parseRoles(component({ 'engineering-owner/boundary': text }));
    expect(roles.boundary).toEqual({ state: 'declared', value });
  });

  it('reports a PagerDuty integration key and never repeats it', () => {
    const key = 'f00dfeedf00dfeedf00dfeedf00dfeed';
    const roles = parseRoles(
      component({ 'pagerduty.com/integration-key': key }),
    );
    expect(roles.problems).toMatchObject([
      { code: 'pagerduty_integration_key_in_catalog', severity: 'error' },
    ]);
    expect(JSON.stringify(roles)).not.toContain(key);
  });

  it('names an annotation of ours that means nothing', () => {
    const { problems } = parseRoles(
      component({ 'engineering-owner/primry': 'alex' }),
    );
    expect(problems).toMatchObject([
      {
        code: 'annotation_unknown',
        severity: 'warning',
        params: { annotation: 'engineering-owner/primry' },
      },
    ]);
  });

  it('takes an empty annotation for an absent one, with a warning', () => {
    const roles = parseRoles(component({ 'engineering-owner/primary': ' ' }));
    expect(roles.primary).toEqual({ state: 'absent' });
    expect(roles.problems).toMatchObject([{ code: 'annotation_empty' }]);
  });

  it('reads an unquoted tier', () => {
    const roles = parseRoles(component({ 'engineering-owner/tier': 2 }));
    expect(roles.tier).toEqual({ state: 'declared', value: '2' });
  });

  it.each([
    [['alex'], 'list'],
    [{ user: 'alex' }, 'object'],
  ])('says that %j is no text', (value, found) => {
    const roles = parseRoles(component({ 'engineering-owner/primary': value }));
    expect(roles.primary).toEqual({ state: 'invalid' });
    expect(roles.problems).toMatchObject([
      { code: 'annotation_not_text', params: { found } },
    ]);
  });

  it('does not carry a megabyte into the answer', () => {
    const roles = parseRoles(
      component({
        'engineering-owner/boundary': 'x'.repeat(1_000_000),
        'engineering-owner/primary': 'x'.repeat(9_000),
      }),
    );
    expect(roles.problems.map(p => p.code)).toEqual([
      'role_ref_invalid',
      'annotation_too_long',
    ]);
    expect(JSON.stringify(roles).length).toBeLessThan(2_000);
  });

  it('never throws, whatever the annotations hold', () => {
    const names = fc.constantFrom(
      'engineering-owner/primary',
      'engineering-owner/deputy',
      'engineering-owner/boundary',
      'engineering-owner/pattern',
      'engineering-owner/tier',
      'engineering-owner/runbooks',
      'engineering-owner/slos',
      'engineering-owner/sli-selector',
      'pagerduty.com/service-id',
      'pagerduty.com/account',
      'pagerduty.com/integration-key',
      'backstage.io/runbook-url',
      'engineering-owner/__proto__',
      '__proto__',
    );
    const text = fc
      .array(fc.constantFrom(':', '/', ',', '{', '}', ' ', 'a', 'user', 'P1'))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(
        fc.dictionary(names, fc.oneof(text, fc.string(), fc.jsonValue())),
        annotations => {
          const { problems, primary } = parseRoles(component(annotations));
          expect(problems.every(p => p.message.length < 1_000)).toBe(true);
          const ref =
            primary.state === 'declared' ? primary.value : 'user:any/body';
          expect(ref).toMatch(/^(user|group):[^/:]+\/[^/:]+$/);
        },
      ),
    );
  });
});
