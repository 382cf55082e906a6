import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { configApiRef, IdentityApi } from '@backstage/core-plugin-api';
import { discoveryApiRef } from '@backstage/frontend-plugin-api';
import { SignInPage } from './SignInPage';

const session = (userEntityRef: string) => ({
  profile: {},
  backstageIdentity: {
    token: 'x.e30=.x',
    identity: { type: 'user', userEntityRef, ownershipEntityRefs: [] },
  },
});

describe('SignInPage', () => {
  const asked = new Array<string>();

  beforeEach(() => {
    asked.length = 0;
    sessionStorage.clear();
    jest.spyOn(global, 'fetch').mockImplementation(async input => {
      asked.push(String(input));
      const person = String(input).includes('guest') ? 'maya' : 'sam';
      return new Response(JSON.stringify(session(`user:default/${person}`)), {
        headers: { 'content-type': 'application/json' },
      });
    });
  });

  afterEach(() => jest.restoreAllMocks());

  const signedIn = () => {
    let resolve: (identity: IdentityApi) => void;
    const identity = new Promise<IdentityApi>(r => {
      resolve = r;
    });
    renderInTestApp(
      <TestApiProvider
        apis={[
          [configApiRef, mockApis.config({ data: { app: { title: 'P' } } })],
          [discoveryApiRef, mockApis.discovery()],
        ]}
      >
        <SignInPage onSignInSuccess={api => resolve(api)} />
      </TestApiProvider>,
    );
    return identity;
  };

  it.each([
    ['Maya Okafor, who owns services, may act', 'guest', 'user:default/maya'],
    ['Sam Reader, who may only read', 'demo-reader', 'user:default/sam'],
  ])('signs in as %s through %s', async (label, provider, userEntityRef) => {
    const identity = signedIn();
    await userEvent.click(
      await screen.findByRole('button', { name: `Sign in as ${label}` }),
    );
    expect(await (await identity).getBackstageIdentity()).toMatchObject({
      userEntityRef,
    });
    expect(asked).toEqual([
      expect.stringContaining(`/api/auth/${provider}/refresh`),
    ]);
  });

  it('does not ask again after a reload, until the person signs out', async () => {
    sessionStorage.setItem('parcel-portal/signed-in-with', 'demo-reader');
    const identity = await signedIn();
    expect(await identity.getBackstageIdentity()).toMatchObject({
      userEntityRef: 'user:default/sam',
    });
    await identity.signOut();
    signedIn();
    expect(await screen.findAllByText('Sign in')).toHaveLength(2);
  });
});
