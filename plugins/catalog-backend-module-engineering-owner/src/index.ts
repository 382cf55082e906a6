/**
 * Processors of the Engineering Owner plugins for the catalog: roles become
 * relations, OpenSLO documents become entities.
 *
 * @packageDocumentation
 */
export { catalogModuleEngineeringOwner as default } from './module';
