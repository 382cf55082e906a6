import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { Problem, SourceRef } from '@engineering-owner/backstage-plugin-common';

/** What a task tells besides having finished. */
export interface IngestOutcome {
  /** Of a long back-fill, 0 to 1. */
  progress?: number;
  /** What went wrong in parts of the run; shown in `/sources`. */
  problems?: Problem[];
  /** Names of tasks that have something to do now. */
  wake?: string[];
}

/** The platform's schedule of a task, and where it was configured. */
export interface IngestSchedule extends SchedulerServiceTaskScheduleDefinition {
  /** Absent when the schedule is the default. */
  configured?: {
    key: string;
    /** Used when the scheduler refuses what is configured. */
    fallback: SchedulerServiceTaskScheduleDefinition;
  };
}

/**
 * Something that is read into the database on a schedule, by one replica at a
 * time. A run decides from the database what is due, stops when the signal
 * aborts, and writes idempotently, because it can be cut off at any point.
 */
export interface IngestTask {
  /** Unique; the id in the scheduler and in `/sources`. */
  name: string;
  /** The source the task reads, if it reads one. */
  source?: SourceRef;
  schedule: IngestSchedule;
  /**
   * Throws when the run as a whole failed. A run that had nothing to do is
   * `skipped` and leaves no trace.
   */
  run(signal: AbortSignal): Promise<IngestOutcome | 'skipped' | void>;
}

/** The schedule of tasks that read a source, unless configured otherwise. */
export const everyMinute: SchedulerServiceTaskScheduleDefinition = {
  frequency: { seconds: 60 },
  timeout: { seconds: 45 },
};
