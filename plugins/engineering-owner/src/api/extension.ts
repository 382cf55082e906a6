import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import { ApiBlueprint } from '@backstage/frontend-plugin-api';
import { engineeringOwnerApiRef } from './EngineeringOwnerApi';
import { EngineeringOwnerClient } from './EngineeringOwnerClient';

export const engineeringOwnerApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: engineeringOwnerApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new EngineeringOwnerClient(deps),
    }),
});
