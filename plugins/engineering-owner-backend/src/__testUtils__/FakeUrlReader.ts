import { Readable } from 'node:stream';
import {
  coreServices,
  createServiceFactory,
  UrlReaderService,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';

/** Serves documents from memory; knows one host and counts what it is asked for. */
export class FakeUrlReader implements UrlReaderService {
  readonly asked: string[] = [];
  readonly documents: Map<string, string | Buffer | Error>;
  readonly #host: string;

  constructor(
    documents: Record<string, string | Buffer | Error>,
    host = 'git.example.com',
  ) {
    this.documents = new Map(Object.entries(documents));
    this.#host = host;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    this.asked.push(url);
    if (new URL(url).host !== this.#host) {
      throw new NotAllowedError(`Reading from '${url}' is not allowed`);
    }
    const document = this.documents.get(url);
    if (document === undefined) {
      throw new NotFoundError(`${url} does not exist`);
    }
    if (document instanceof Error) {
      throw document;
    }
    const bytes = Buffer.from(document);
    const etag = String(bytes.length);
    if (options?.etag === etag) {
      throw new NotModifiedError();
    }
    return {
      buffer: async () => bytes,
      stream: () => Readable.from([bytes]),
      etag,
    };
  }

  async readTree(): Promise<never> {
    throw new NotAllowedError('Trees are not read');
  }

  /** Knows `*` for anything within a folder. */
  async search(
    pattern: string,
    options?: { etag?: string },
  ): Promise<UrlReaderServiceSearchResponse> {
    this.asked.push(pattern);
    if (new URL(pattern).host !== this.#host) {
      throw new NotAllowedError(`Reading from '${pattern}' is not allowed`);
    }
    const parts = pattern
      .split('*')
      .map(part => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
    const wanted = new RegExp(`^${parts.join('[^/]*')}$`);
    const found = [...this.documents].filter(([url]) => wanted.test(url));
    const etag = found
      .map(([url, text]) => `${url}@${String(text).length}`)
      .join(' ');
    if (options?.etag === etag) {
      throw new NotModifiedError();
    }
    return {
      etag,
      files: found.map(([url, text]) => ({
        url,
        content: async () => {
          if (text instanceof Error) {
            throw text;
          }
          return Buffer.from(text);
        },
      })),
    };
  }

  factory() {
    return createServiceFactory({
      service: coreServices.urlReader,
      deps: {},
      factory: () => this,
    });
  }
}
