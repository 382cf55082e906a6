import { Readable } from 'node:stream';
import {
  coreServices,
  createServiceFactory,
  UrlReaderService,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
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

  async search(): Promise<never> {
    throw new NotAllowedError('Nothing is searched');
  }

  factory() {
    return createServiceFactory({
      service: coreServices.urlReader,
      deps: {},
      factory: () => this,
    });
  }
}
