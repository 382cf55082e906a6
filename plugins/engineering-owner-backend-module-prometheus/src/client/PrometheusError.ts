/** A request to Prometheus that failed. */
export { UpstreamError as PrometheusError } from '@engineering-owner/backstage-plugin-node/http';
