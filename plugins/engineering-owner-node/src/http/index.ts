/**
 * How source modules ask servers over HTTP, and read them from configuration.
 *
 * @packageDocumentation
 */
export * from './HttpServer';
export * from './ServerClock';
export * from './UpstreamError';
export * from './UpstreamHttp';
export type { BodyReader, HttpAnswer } from './Transport';
export { excerpt, malformed, overloaded, statusFailure } from './failure';
export { describeIssues } from './describeIssues';
export { problemOfAddress } from './httpAddress';
export {
  durationSchema,
  labelNameSchema,
  refuseUselessTls,
  serverFields,
} from './serverFields';
export { instant } from './instant';
export { readEntries } from './readEntries';
export * from './readServerList';
export * from './toServer';
