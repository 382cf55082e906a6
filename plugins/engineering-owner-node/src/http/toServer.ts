import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, JsonValue } from '@backstage/types';
import { HttpServer } from './HttpServer';

/**
 * What the configuration said of a server, see `serverFields`.
 *
 * @public
 */
export type ServerEntry = Omit<HttpServer, 'auth' | 'timeoutMs'> & {
  auth?: HttpServer['auth'];
  timeout?: JsonValue;
};

/**
 * The server that an entry of the configuration describes.
 *
 * @param at - where the entry stands, for messages
 * @throws InputError when its timeout makes no sense
 * @public
 */
export function toServer(entry: ServerEntry, at: string): HttpServer {
  const { tls } = entry;
  return {
    name: entry.name,
    baseUrl: withoutSlash(entry.baseUrl),
    auth: entry.auth ?? { type: 'none' },
    headers: entry.headers,
    queryParameters: entry.queryParameters,
    ...(tls && { tls }),
    maxConcurrency: entry.maxConcurrency,
    timeoutMs: readDuration(entry.timeout, `${at}.timeout`, {
      fallback: 30_000,
      least: 1_000,
      // The tasks that read last 45 s: a later answer would reach nobody.
      most: 40_000,
      expected: 'from 1 to 40 seconds, since readings are given up after 45',
    }),
  };
}

/**
 * An address without the slashes it ends with.
 *
 * @public
 */
export function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}

/**
 * Milliseconds of what the platform's configuration accepts as a duration.
 *
 * @param at - where the value stands, for messages
 * @throws InputError when it is none, or outside the limits
 * @public
 */
export function readDuration(
  value: JsonValue | undefined,
  at: string,
  limits: { fallback: number; least: number; most: number; expected: string },
): number {
  const { fallback, least, most, expected } = limits;
  if (value === undefined) {
    return fallback;
  }
  const wrong = (why: string) =>
    new InputError(
      `${at}: expected a duration ${expected}, found ${JSON.stringify(
        value,
      )}${why}`,
    );
  let ms: number;
  try {
    const key = at.slice(at.lastIndexOf('.') + 1);
    ms = durationToMilliseconds(
      readDurationFromConfig(new ConfigReader({ [key]: value }), { key }),
    );
  } catch (error) {
    throw wrong(`: ${error instanceof Error ? error.message : error}`);
  }
  // A sum of days and minutes may be no number at all.
  if (!(ms >= least && ms <= most)) {
    throw wrong('');
  }
  return Math.round(ms);
}
