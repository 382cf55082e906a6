export {
  engineeringOwnerApiRef,
  type EngineeringOwnerApi,
  type HistoryRange,
  type ReadOptions,
  type WhatIfTarget,
} from './EngineeringOwnerApi';
export { EngineeringOwnerClient } from './EngineeringOwnerClient';
