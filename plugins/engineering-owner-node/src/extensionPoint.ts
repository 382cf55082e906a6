import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';
import { AlertSource } from './alerts/AlertSource';
import { OnCallSource } from './onCall/OnCallSource';
import { SliSource } from './slos/SliSource';

/**
 * Where source modules register what they read. A module may add several
 * sources, one for each instance or account of its configuration.
 *
 * @public
 */
export interface EngineeringOwnerSourcesExtensionPoint {
  addSliSource(source: SliSource): void;
  addAlertSource(source: AlertSource): void;
  addOnCallSource(source: OnCallSource): void;
  /** A configured instance or account that could not be used, and why. */
  addMisconfigured(source: SourceRef, problem: Problem): void;
}

/**
 * @public
 */
export const engineeringOwnerSourcesExtensionPoint =
  createExtensionPoint<EngineeringOwnerSourcesExtensionPoint>({
    id: 'engineering-owner.sources',
  });
