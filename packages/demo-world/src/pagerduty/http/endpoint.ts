import { Query } from './query';

/** One call as an endpoint sees it. */
export interface Call {
  /** Epoch milliseconds. */
  now: number;
  query: Query;
  /** The parameter `id` of the path; empty when it has none. */
  id: string;
  /** The parsed JSON body. */
  json(): Promise<unknown>;
  header(name: string): string | null;
}

/** What an endpoint answers; 200 unless it says otherwise. */
export interface Answer {
  status?: number;
  body: object;
}

/** An endpoint: its place, the OAuth scope it needs and what it answers. */
export interface Endpoint {
  method: 'get' | 'post' | 'put';
  path: `/${string}`;
  scope: string;
  answer(call: Call): Answer | Promise<Answer>;
}
