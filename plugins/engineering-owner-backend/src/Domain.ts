import { Router } from 'express';
import { IngestTask } from './ingest/IngestTask';
import { EntityRoute } from './router/EntityRoute';

/**
 * What a domain (SLOs, on-call, …) brings along: what runs on a schedule, what
 * it answers about an entity, and routes beside those. `plugin.ts` puts the
 * domains together and knows nothing of their insides.
 */
export interface Domain {
  tasks?: IngestTask[];
  entityRoutes?: EntityRoute[];
  routers?: Router[];
  /** Paths of those that nobody has to sign in for, below the plugin. */
  openPaths?: string[];
}
