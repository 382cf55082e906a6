import { Problem } from '@engineering-owner/backstage-plugin-common';
import { Knex } from 'knex';
import { sourceId } from '../sources/sourceId';
import { IngestOutcome, IngestTask } from './IngestTask';

/** What a status is kept by. */
type TaskIdentity = Pick<IngestTask, 'name' | 'source'>;

/** How a task fared when it last ran, on whichever replica. Times in ISO 8601. */
export interface TaskStatus {
  name: string;
  sourceId?: string;
  lastRunAt?: string;
  lastSuccessAt?: string;
  /** Of the last run, if it failed. */
  lastError?: { at: string; message: string };
  progress?: number;
  problems: Problem[];
}

interface TaskStatusRow {
  name: string;
  source_id: string | null;
  last_run_at: string | null;
  last_success_at: string | null;
  last_error: string | null;
  last_error_at: string | null;
  progress: number | null;
  problems: string;
}

/** Keeps what became of each task. */
export class TaskStatusStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Makes a configured task known before it first runs. */
  async register(task: TaskIdentity): Promise<void> {
    await this.#update(task, {});
  }

  /** Forgets tasks that are not configured any more, with their errors. */
  async forgetOthers(names: string[]): Promise<void> {
    await this.#knex('task_status').whereNotIn('name', names).delete();
  }

  async recordSuccess(
    task: TaskIdentity,
    at: Date,
    outcome: IngestOutcome,
  ): Promise<void> {
    await this.#update(task, {
      last_run_at: at.toISOString(),
      last_success_at: at.toISOString(),
      last_error: null,
      last_error_at: null,
      progress: outcome.progress ?? null,
      problems: JSON.stringify(outcome.problems ?? []),
    });
  }

  async recordFailure(
    task: TaskIdentity,
    at: Date,
    message: string,
  ): Promise<void> {
    await this.#update(task, {
      last_run_at: at.toISOString(),
      last_error: message,
      last_error_at: at.toISOString(),
    });
  }

  async get(name: string): Promise<TaskStatus | undefined> {
    const row = await this.#knex<TaskStatusRow>('task_status')
      .where({ name })
      .first();
    return row && toStatus(row);
  }

  async list(): Promise<TaskStatus[]> {
    const rows = await this.#knex<TaskStatusRow>('task_status').orderBy('name');
    return rows.map(toStatus);
  }

  /** A row that another replica removed comes back. */
  async #update(
    { name, source }: TaskIdentity,
    values: Partial<TaskStatusRow>,
  ): Promise<void> {
    const row = { source_id: source ? sourceId(source) : null, ...values };
    await this.#knex<TaskStatusRow>('task_status')
      .insert({ name, problems: '[]', ...row })
      .onConflict('name')
      .merge(row);
  }
}

function toStatus(row: TaskStatusRow): TaskStatus {
  const problems: Problem[] = JSON.parse(row.problems);
  return {
    name: row.name,
    ...(row.source_id && { sourceId: row.source_id }),
    ...(row.last_run_at && { lastRunAt: row.last_run_at }),
    ...(row.last_success_at && { lastSuccessAt: row.last_success_at }),
    ...(row.last_error &&
      row.last_error_at && {
        lastError: { at: row.last_error_at, message: row.last_error },
      }),
    ...(row.progress !== null && { progress: row.progress }),
    problems,
  };
}
