import { IdentityApi } from '@backstage/core-plugin-api';
import { DemoPerson, demoPeople } from './people';

const key = 'parcel-portal/signed-in-with';

/** Who signed in in this tab before, so that a reload does not ask again. */
export function rememberedPerson(): DemoPerson | undefined {
  const provider = sessionStorage.getItem(key);
  return demoPeople.find(person => person.provider === provider);
}

/** Remembers a person until the tab closes or they sign out. */
export function rememberUntilSignOut(
  person: DemoPerson,
  identity: IdentityApi,
): IdentityApi {
  sessionStorage.setItem(key, person.provider);
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      sessionStorage.removeItem(key);
      await identity.signOut();
    },
  };
}
