import { invalidInput } from './apiError';

/** The query string of a call, read the way PagerDuty reads it. */
export class Query {
  constructor(private readonly parameters: URLSearchParams) {}

  text(name: string): string | undefined {
    return this.parameters.get(name) ?? undefined;
  }

  flag(name: string): boolean {
    return this.parameters.get(name) === 'true';
  }

  /** A repeated parameter such as `service_ids[]`; undefined when absent. */
  list(name: string): string[] | undefined {
    const values = this.parameters.getAll(`${name}[]`);
    return values.length > 0 ? values : undefined;
  }

  /** A repeated parameter whose values must be among those allowed. */
  choices<T extends string>(
    name: string,
    allowed: readonly T[],
  ): T[] | undefined {
    return this.list(name)?.map(value => {
      const choice = allowed.find(candidate => candidate === value);
      if (!choice) {
        throw invalidInput(
          `${name}[] "${value}" is not one of ${allowed.join(', ')}`,
        );
      }
      return choice;
    });
  }

  /** What to embed in full instead of as a reference. */
  includes(name: string): boolean {
    return this.list('include')?.includes(name) ?? false;
  }

  /** A time in epoch milliseconds. */
  time(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) {
      return undefined;
    }
    const at = Date.parse(text);
    if (Number.isNaN(at)) {
      throw invalidInput(`${name} "${text}" is not an ISO 8601 time`);
    }
    return at;
  }

  /** A whole number of at least 0. */
  count(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) {
      return undefined;
    }
    if (!/^\d+$/.test(text)) {
      throw invalidInput(`${name} "${text}" is not a whole number`);
    }
    return Number(text);
  }
}
