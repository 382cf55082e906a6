import { mockCredentials } from '@backstage/backend-test-utils';
import {
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogLocationCreatePermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
} from '@backstage/plugin-permission-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';
import {
  incidentActPermission,
  sloPreviewPermission,
  loadReadPermission,
  sourcesReadPermission,
} from '@engineering-owner/backstage-plugin-common';
import { DemoPolicy } from './demoPolicy';

const user = (userEntityRef: string, ...groups: string[]): PolicyQueryUser => ({
  credentials: mockCredentials.user(userEntityRef),
  info: { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] },
});

const maya = user('user:default/maya', 'group:default/storefront');
const sam = user('user:default/sam');

const { ALLOW, CONDITIONAL, DENY } = AuthorizeResult;

describe('DemoPolicy', () => {
  const policy = new DemoPolicy({ readerRef: 'user:default/sam' });

  it.each<[string, PolicyQueryUser | undefined, Permission, AuthorizeResult]>([
    ['the owner reads entities', maya, catalogEntityReadPermission, ALLOW],
    ['the owner sees the sources', maya, sourcesReadPermission, ALLOW],
    [
      'the owner registers locations',
      maya,
      catalogLocationCreatePermission,
      ALLOW,
    ],
    [
      'the owner acts on some entities',
      maya,
      incidentActPermission,
      CONDITIONAL,
    ],
    [
      'the owner refreshes some entities',
      maya,
      catalogEntityRefreshPermission,
      CONDITIONAL,
    ],
    ['the reader reads entities', sam, catalogEntityReadPermission, ALLOW],
    ['the reader does not see the sources', sam, sourcesReadPermission, DENY],
    ['the owner sees the load of each person', maya, loadReadPermission, ALLOW],
    ['the reader sees the load of no person', sam, loadReadPermission, DENY],
    ['the owner tries out definitions', maya, sloPreviewPermission, ALLOW],
    ['the reader tries out no definitions', sam, sloPreviewPermission, DENY],
    [
      'nobody in particular tries out definitions',
      undefined,
      sloPreviewPermission,
      DENY,
    ],
    ['the reader does not act', sam, incidentActPermission, DENY],
    [
      'the reader registers no locations',
      sam,
      catalogLocationCreatePermission,
      DENY,
    ],
    [
      'nobody in particular reads',
      undefined,
      catalogEntityReadPermission,
      ALLOW,
    ],
    [
      'nobody in particular does not act',
      undefined,
      incidentActPermission,
      DENY,
    ],
  ])('%s', async (_title, who, permission, result) => {
    expect(await policy.handle({ permission }, who)).toMatchObject({ result });
  });

  it('lets people act on what they or their groups own', async () => {
    expect(
      await policy.handle({ permission: incidentActPermission }, maya),
    ).toMatchObject({
      pluginId: 'catalog',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/maya', 'group:default/storefront'] },
      },
    });
  });
});
