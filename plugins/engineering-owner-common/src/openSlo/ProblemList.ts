import {
  OpenSloPath,
  OpenSloProblem,
  OpenSloRule,
  OpenSloSource,
} from './model';
import { formatPath } from './path';

/** A hostile document must not make an endless answer. */
const mostOfOneDocument = 50;

/** What is wrong is that the field is there at all, whatever it holds. */
const aboutKeys: OpenSloRule[] = ['field_unknown', 'values_exclusive'];

/** Collects what is wrong with one document. */
export class ProblemList {
  readonly problems: OpenSloProblem[] = [];
  readonly #source: OpenSloSource;
  readonly #document: OpenSloProblem['document'];

  constructor(source: OpenSloSource) {
    this.#source = source;
    this.#document = describe(source);
  }

  get failed(): boolean {
    return this.problems.some(({ severity }) => severity === 'error');
  }

  add(
    code: OpenSloRule,
    path: OpenSloPath,
    message: string,
    severity: OpenSloProblem['severity'] = 'error',
  ) {
    if (this.problems.length > mostOfOneDocument) {
      return;
    }
    const isFull = this.problems.length === mostOfOneDocument;
    this.problems.push({
      severity: isFull ? 'error' : severity,
      code: isFull ? 'too_many_problems' : code,
      message: isFull
        ? `more is wrong than these ${mostOfOneDocument} things; mend them first`
        : message,
      document: this.#document,
      path: isFull ? '' : formatPath(path),
      ...this.#source.locate?.(
        isFull ? [] : path,
        aboutKeys.includes(code) ? 'key' : 'value',
      ),
    });
  }
}

function describe({
  file,
  index,
  value,
}: OpenSloSource): OpenSloProblem['document'] {
  const kind = textAt(value, ['kind']);
  const name = textAt(value, ['metadata', 'name']);
  return {
    index,
    ...(file !== undefined && { file }),
    ...(kind !== undefined && { kind }),
    ...(name !== undefined && { name }),
  };
}

const longest = 100;

function textAt(value: unknown, path: string[]): string | undefined {
  const found = path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
  return typeof found === 'string' ? found.slice(0, longest) : undefined;
}
