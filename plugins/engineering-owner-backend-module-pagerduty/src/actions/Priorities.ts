import {
  OnCallActionError,
  ReadOptions,
} from '@engineering-owner/backstage-plugin-node';
import { z } from 'zod';
import { id } from '../answers/fields';
import { readAll, Reader } from '../client/listing';
import { PagerDutyClient } from '../client/PagerDutyClient';
import { PagerDutyError } from '../client/PagerDutyError';
import { Timekeeper } from '../client/Timekeeper';

/** They hardly ever change, and few incidents are opened by hand. */
const KEPT_MS = 10 * 60_000;

const priority = z.object({ id, name: z.string() });

/** The priorities of an account, by name, read when somebody needs one. */
export class Priorities {
  readonly #reader: Reader;
  readonly #time: Timekeeper;
  #read: { at: number; ids: Map<string, string> } | undefined;

  constructor(client: PagerDutyClient, time: Timekeeper) {
    this.#reader = {
      account: client.account,
      get: (path, query, signal) => client.getNow(path, query, signal),
    };
    this.#time = time;
  }

  /** Highest first. */
  async names(options: ReadOptions): Promise<string[]> {
    return [...(await this.#ids(options)).keys()];
  }

  /** @throws OnCallActionError that names those there are */
  async idOf(name: string, options: ReadOptions): Promise<string> {
    const ids = await this.#ids(options);
    const found = ids.get(name);
    if (found === undefined) {
      const names = [...ids.keys()].map(each => JSON.stringify(each));
      throw new OnCallActionError(
        'invalid',
        `The PagerDuty account "${
          this.#reader.account.name
        }" has no priority ${JSON.stringify(name)}; ${
          names.length > 0 ? `there are: ${names.join(', ')}` : 'it has none'
        }`,
      );
    }
    return found;
  }

  async #ids(options: ReadOptions): Promise<Map<string, string>> {
    const now = this.#time.now();
    if (!this.#read || now - this.#read.at > KEPT_MS) {
      const all = await this.#readAll(options);
      this.#read = {
        at: now,
        ids: new Map(all.map(each => [each.name, each.id])),
      };
    }
    return this.#read.ids;
  }

  async #readAll(options: ReadOptions) {
    try {
      return await readAll(
        this.#reader,
        {
          path: '/priorities',
          field: 'priorities',
          record: priority,
          query: {},
        },
        options,
      );
    } catch (error) {
      if (error instanceof PagerDutyError && isRefused(error)) {
        // Not that the account takes no changes: without one it would.
        throw new OnCallActionError(
          'invalid',
          `The priorities of the account cannot be read, so leave the priority out: ${error.message}`,
        );
      }
      throw error;
    }
  }
}

function isRefused({ status }: PagerDutyError): boolean {
  return status === 402 || status === 403 || status === 404;
}
