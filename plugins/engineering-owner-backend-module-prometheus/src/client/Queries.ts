import { PrometheusClient } from './PrometheusClient';

/** What reading an indicator asks of a Prometheus, or of what stands before it. */
export type Queries = Pick<
  PrometheusClient,
  'query' | 'queryRange' | 'labelNames'
>;
