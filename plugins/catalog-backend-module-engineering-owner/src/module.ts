import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { OwnershipProcessor } from './ownership/OwnershipProcessor';
import { OpenSloProcessor } from './slos/OpenSloProcessor';

/**
 * Adds the processors to the catalog. They do no I/O and never fail an entity.
 *
 * @public
 */
export const catalogModuleEngineeringOwner = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'engineering-owner',
  register(reg) {
    reg.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addProcessor(
          new OpenSloProcessor(),
          new OwnershipProcessor(),
        );
      },
    });
  },
});
