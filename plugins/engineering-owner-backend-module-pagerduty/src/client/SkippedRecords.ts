import { ReadOptions } from '@engineering-owner/backstage-plugin-node';
import { ZodType } from 'zod';

/** Understands rows one by one and counts those it cannot. */
export class SkippedRecords {
  readonly #account: string;
  readonly #field: string;
  #read = 0;
  #skipped = 0;
  #first = '';

  constructor(account: string, field: string) {
    this.#account = account;
    this.#field = field;
  }

  /** The row in a list, or an empty list. */
  parse<T>(record: ZodType<T>, row: unknown): T[] {
    this.#read += 1;
    const parsed = record.safeParse(row);
    if (parsed.success) {
      return [parsed.data];
    }
    this.#skipped += 1;
    const [issue] = parsed.error.issues;
    this.#first ||= `row ${this.#read}: ${issue.path.join('.')} ${
      issue.message
    }`;
    return [];
  }

  /** Tells how many rows were left out, if any. */
  tell({ onProblem }: ReadOptions): void {
    if (this.#skipped > 0) {
      onProblem?.({
        code: 'records_skipped',
        severity: 'warning',
        message: `PagerDuty account "${this.#account}": ${this.#skipped} of ${
          this.#read
        } ${this.#field} could not be understood and were left out (${
          this.#first
        })`,
        params: {
          field: this.#field,
          skipped: this.#skipped,
          read: this.#read,
        },
      });
    }
  }
}
