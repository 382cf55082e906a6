import { BackendFeature } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  OwnershipResponse,
  ownershipResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { FakeOnCallSource } from '../__testUtils__/FakeOnCallSource';
import {
  deniedUser,
  sourcesModule,
  startPlugin,
} from '../__testUtils__/startPlugin';

const entity = (
  kind: string,
  name: string,
  rest: {
    annotations?: Record<string, string>;
    spec?: Entity['spec'];
    relations?: Entity['relations'];
  } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, annotations: rest.annotations },
  spec: rest.spec ?? {},
  relations: rest.relations,
});

const memberOf = (...groups: string[]) =>
  groups.map(name => ({
    type: 'memberOf',
    targetRef: `group:default/${name}`,
  }));

/** In parts, since linters take it for our own. */
const scriptUrl = ['javascript', 'alert(1)'].join(':');

const checkout = entity('Component', 'checkout', {
  annotations: {
    'engineering-owner/primary': 'alex',
    'engineering-owner/boundary': 'Carts and orders',
    'engineering-owner/tier': 'high',
  },
  spec: { type: 'service', owner: 'department', system: 'storefront' },
});
const storefront = entity('System', 'storefront', {
  annotations: {
    'engineering-owner/deputy': 'user:default/sam',
    'engineering-owner/pattern': 'service-first',
  },
  spec: { owner: 'department' },
});
const people = [
  entity('User', 'alex', {
    spec: {
      profile: {
        displayName: 'Alex Kim',
        email: 'alex@example.com',
        picture: scriptUrl,
      },
    },
    relations: memberOf('squad'),
  }),
  entity('User', 'sam', {
    spec: { profile: { displayName: 'Sam' } },
    relations: memberOf('other'),
  }),
  entity('Group', 'squad', {
    relations: [{ type: 'childOf', targetRef: 'group:default/department' }],
  }),
  entity('Group', 'department', {
    spec: { profile: { displayName: 'The department' } },
    // A circle, as two files can make one.
    relations: [{ type: 'childOf', targetRef: 'group:default/squad' }],
  }),
  entity('Group', 'other'),
];

async function start(options: {
  entities?: Entity[];
  hidden?: string[];
  features?: BackendFeature[];
}) {
  const { get } = await startPlugin({
    entities: options.entities ?? [checkout, storefront, ...people],
    hidden: options.hidden,
    features: options.features,
  });
  const read = async (name = 'component/default/checkout') => {
    const { body, text } = await get(`/v1/entities/by-name/${name}/ownership`);
    const answer: OwnershipResponse = ownershipResponseSchema.parse(body);
    return { answer, text };
  };
  return { get, read };
}

const codes = ({ problems }: OwnershipResponse) =>
  problems.map(({ code }) => code);

describe('GET …/ownership', () => {
  it('says who holds which role, from where, and what is wrong', async () => {
    const { read } = await start({});

    const { answer } = await read();

    expect(answer).toEqual({
      entityRef: 'component:default/checkout',
      asOf: expect.any(String),
      owner: {
        entityRef: 'group:default/department',
        kind: 'group',
        displayName: 'The department',
        exists: true,
      },
      primary: {
        entityRef: 'user:default/alex',
        kind: 'user',
        displayName: 'Alex Kim',
        email: 'alex@example.com',
        exists: true,
      },
      deputy: {
        entityRef: 'user:default/sam',
        kind: 'user',
        displayName: 'Sam',
        exists: true,
        inheritedFrom: 'system:default/storefront',
      },
      boundary: { kind: 'text', text: 'Carts and orders' },
      pattern: {
        value: 'service-first',
        inheritedFrom: 'system:default/storefront',
      },
      escalation: [],
      sections: { escalation: { state: 'not_configured' } },
      problems: [
        expect.objectContaining({
          code: 'role_not_in_owner_group',
          params: expect.objectContaining({ holder: 'user:default/sam' }),
        }),
        expect.objectContaining({ code: 'tier_unknown' }),
      ],
    });
  });

  it('says why who is called is not known', async () => {
    const onCall = new FakeOnCallSource();
    onCall.beforeRead = () => {
      throw new Error('403: the token is wrong');
    };
    const { read } = await start({
      entities: [
        entity('Component', 'checkout', {
          annotations: { 'pagerduty.com/service-id': 'PCHECKO' },
        }),
      ],
      features: [sourcesModule(sources => sources.addOnCallSource(onCall))],
    });

    const { answer } = await read();

    expect(answer.sections.escalation).toMatchObject({
      state: 'pending',
      problem: { message: expect.stringContaining('403: the token is wrong') },
    });
  });

  it('names no ancestor to those who may not read it, and no mistake in it', async () => {
    const { read } = await start({ hidden: ['system:default/storefront'] });

    const { answer, text } = await read();

    expect(answer.deputy).toMatchObject({ entityRef: 'user:default/sam' });
    expect(answer.pattern).toEqual({ value: 'service-first' });
    expect(codes(answer)).toEqual(['tier_unknown']);
    expect(text).not.toContain('storefront');
  });

  it('describes and judges nobody the caller may not read', async () => {
    const { read } = await start({
      hidden: [
        'user:default/alex',
        'user:default/sam',
        'group:default/department',
      ],
    });

    const { answer, text } = await read();

    expect(answer.primary).toEqual({
      entityRef: 'user:default/alex',
      kind: 'user',
      exists: false,
    });
    expect(answer.owner).toMatchObject({ exists: false });
    expect(codes(answer)).toEqual(['tier_unknown']);
    expect(text).not.toContain('alex@example.com');
    expect(text).not.toContain('Alex Kim');
    expect(text).not.toContain('The department');
  });

  it('reports an owner and a primary who are not there', async () => {
    const { read } = await start({ entities: [checkout] });

    const { answer } = await read();

    expect(codes(answer)).toEqual([
      'owner_not_found',
      'role_not_found',
      'role_missing',
      'tier_unknown',
    ]);
    expect(answer.primary).toMatchObject({ exists: false });
    expect(answer).not.toHaveProperty('deputy');
  });

  it.each([
    ['no owner', {}, 'owner_missing'],
    ['an owner that is no text', { owner: 3 }, 'owner_missing'],
    ['an owner that is no ref', { owner: 'a:b:c/d/e' }, 'owner_not_found'],
    [
      'an owner of another kind',
      { owner: 'component:checkout' },
      'owner_not_found',
    ],
  ])('reports %s', async (_, spec, code) => {
    const { read } = await start({
      entities: [{ ...checkout, spec }, ...people],
    });
    expect(codes((await read()).answer)).toContain(code);
  });

  it('asks no owner of a Group', async () => {
    const { read } = await start({});
    const { answer } = await read('group/default/squad');
    expect(codes(answer)).not.toContain('owner_missing');
  });

  it('is 404 for those who may not read the entity', async () => {
    const { get } = await start({});
    const { status, text } = await get(
      '/v1/entities/by-name/component/default/checkout/ownership',
      deniedUser,
    );
    expect(status).toBe(404);
    expect(text).not.toContain('alex');
  });
});
