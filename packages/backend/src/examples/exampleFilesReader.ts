import { promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  UrlReaderService,
  UrlReaderServiceReadTreeResponse,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
  UrlReaderServiceSearchOptions,
  UrlReaderServiceSearchResponse,
} from '@backstage/backend-plugin-api';
import {
  NotAllowedError,
  NotFoundError,
  NotModifiedError,
} from '@backstage/errors';
import { globToRegExp } from './glob';

/**
 * Reads `file:` URLs below one folder and nothing else on this machine.
 *
 * Backstage's own reader refuses `file:`, and rightly: an annotation could
 * name any file of the server. The demo keeps its runbooks and SLO documents
 * in the repository, so this reader opens that folder only, and follows
 * symbolic links before it decides.
 */
export class ExampleFilesReader implements UrlReaderService {
  readonly #root: string;

  constructor(options: { root: string }) {
    this.#root = options.root;
  }

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const file = await this.#resolve(url);
    const { mtime, size } = await fs.stat(file);
    const etag = `${mtime.getTime()}-${size}`;
    if (options?.etag === etag) {
      throw new NotModifiedError(`${url} is still version ${etag}`);
    }
    return { buffer: () => fs.readFile(file), etag, lastModifiedAt: mtime };
  }

  async search(
    url: string,
    options?: UrlReaderServiceSearchOptions,
  ): Promise<UrlReaderServiceSearchResponse> {
    const root = await fs.realpath(this.#root);
    const wanted = globToRegExp(fileURLToPath(url));
    const entries = await fs.readdir(root, {
      recursive: true,
      withFileTypes: true,
    });
    const files = entries
      .filter(entry => entry.isFile())
      .map(entry => path.join(entry.parentPath, entry.name))
      .filter(file => wanted.test(file))
      .sort();
    const etag = (
      await Promise.all(
        files.map(async file => `${file}@${(await fs.stat(file)).mtimeMs}`),
      )
    ).join('\n');
    if (options?.etag === etag) {
      throw new NotModifiedError(`The files of ${url} have not changed`);
    }
    return {
      etag,
      files: files.map(file => ({
        url: pathToFileURL(file).toString(),
        content: () => fs.readFile(file),
      })),
    };
  }

  async readTree(url: string): Promise<UrlReaderServiceReadTreeResponse> {
    throw new NotAllowedError(
      `Cannot read ${url} as a folder: example files are read one by one, or by a pattern`,
    );
  }

  toString() {
    return `exampleFiles{root=${this.#root}}`;
  }

  async #resolve(url: string): Promise<string> {
    const named = fileURLToPath(url);
    let root: string;
    let file: string;
    try {
      root = await fs.realpath(this.#root);
      file = await fs.realpath(named);
    } catch (error) {
      throw this.#isBelow(this.#root, named)
        ? new NotFoundError(`There is no file ${url}`, error)
        : this.#refusal(url);
    }
    if (!this.#isBelow(root, file)) {
      throw this.#refusal(url);
    }
    return file;
  }

  #isBelow(folder: string, file: string): boolean {
    return path.resolve(file).startsWith(path.resolve(folder) + path.sep);
  }

  #refusal(url: string): Error {
    return new NotAllowedError(
      `Cannot read ${url}: file URLs are read below ${this.#root} only`,
    );
  }
}
