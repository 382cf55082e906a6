export {
  engineeringOwnerApiRef,
  type EngineeringOwnerApi,
  type HistoryRange,
  type ReadOptions,
} from './EngineeringOwnerApi';
export { EngineeringOwnerClient } from './EngineeringOwnerClient';
