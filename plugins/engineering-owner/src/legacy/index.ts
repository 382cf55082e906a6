/**
 * The same tabs and cards for apps of the old frontend system, to be placed in
 * `EntityLayout` and on overview grids.
 *
 * @packageDocumentation
 */
export { engineeringOwnerPlugin } from './plugin';
export {
  EntityOnCallContent,
  EntityOwnerContent,
  EntityRunbooksContent,
  EntitySlosContent,
} from './contents';
export {
  EngineeringOwnerIncidentBanner,
  EntityOnCallCard,
  EntityOwnerCard,
  EntityRunbooksCard,
  EntitySlosCard,
  OnCallMine,
} from './cards';
export {
  isOnCallAvailable,
  isOwnerAvailable,
  isRunbooksAvailable,
  isSlosAvailable,
} from './conditions';
export { usePageOnCall, type PageOnCallMenu } from './usePageOnCall';
