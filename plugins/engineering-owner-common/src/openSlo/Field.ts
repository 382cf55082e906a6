import { OpenSloPath, OpenSloRule } from './model';
import { ProblemList } from './ProblemList';
import { either, quote } from './quote';

/** Lists in documents are short; a longer one is refused, and not looked through. */
const longestList = 100;

/**
 * A value of a document with its place, which reports what is wrong with it.
 * Null counts as absent: in YAML it is a key with nothing behind it.
 */
export class Field {
  readonly value: unknown;
  readonly path: OpenSloPath;
  readonly #problems: ProblemList;

  constructor(value: unknown, path: OpenSloPath, problems: ProblemList) {
    this.value = value ?? undefined;
    this.path = path;
    this.#problems = problems;
  }

  get exists(): boolean {
    return this.value !== undefined;
  }

  report(code: OpenSloRule, message: string) {
    this.#problems.add(code, this.path, message);
  }

  warn(code: OpenSloRule, message: string) {
    this.#problems.add(code, this.path, message, 'warning');
  }

  /** Says that the value is missing or not what is expected. */
  expected(what: string, code: OpenSloRule = 'value_invalid') {
    if (this.exists) {
      this.report(code, `is ${quote(this.value)}; expected ${what}`);
    } else {
      this.report('value_missing', `is missing; expected ${what}`);
    }
  }

  get(key: string): Field {
    const { value } = this;
    const inner =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined;
    return new Field(inner, [...this.path, key], this.#problems);
  }

  isMapping(): this is { value: Record<string, unknown> } & Field {
    const { value } = this;
    return (
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      !(value instanceof Date)
    );
  }

  /** The fields of a mapping that may have any key. */
  entries(): Array<[string, Field]> {
    return this.isMapping()
      ? this.#first(Object.keys(this.value), 'keys').map(key => [
          key,
          this.get(key),
        ])
      : [];
  }

  /** Whether it is a mapping; each key that is none of the fields is reported. */
  hasFields(what: string, fields: readonly string[]): boolean {
    if (!this.isMapping()) {
      this.expected(what);
      return false;
    }
    for (const key of Object.keys(this.value)) {
      if (!fields.includes(key)) {
        new Field(null, [...this.path, key], this.#problems).report(
          'field_unknown',
          `is no field of OpenSLO v1; here may stand ${either(fields)}`,
        );
      }
    }
    return true;
  }

  /** The items of a list, or nothing when it is none. */
  items(): Field[] | undefined {
    const { value } = this;
    return Array.isArray(value)
      ? this.#first(value, 'items').map(
          (item, index) =>
            new Field(item, [...this.path, index], this.#problems),
        )
      : undefined;
  }

  #first<T>(all: T[], what: string): T[] {
    if (all.length > longestList) {
      this.report(
        'list_too_long',
        `has ${all.length} ${what}; at most ${longestList} are read`,
      );
    }
    return all.slice(0, longestList);
  }

  text(what: string, options: { optional?: boolean } = {}): string | undefined {
    const { value } = this;
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    if (this.exists || !options.optional) {
      this.expected(what);
    }
    return undefined;
  }

  boolean(what: string) {
    if (this.exists && typeof this.value !== 'boolean') {
      this.expected(what);
    }
  }

  oneOf<T extends string>(
    allowed: readonly T[],
    options: { optional?: boolean } = {},
  ): T | undefined {
    const found = allowed.find(each => each === this.value);
    if (found === undefined && (this.exists || !options.optional)) {
      this.expected(either(allowed));
    }
    return found;
  }

  number(what: string, isRight: (value: number) => boolean = () => true) {
    const { value } = this;
    if (typeof value === 'number' && Number.isFinite(value) && isRight(value)) {
      return value;
    }
    this.expected(what);
    return undefined;
  }
}
