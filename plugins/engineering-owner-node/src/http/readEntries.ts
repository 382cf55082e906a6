import { Problem } from '@engineering-owner/backstage-plugin-common';
import { z } from 'zod';
import { describeIssues } from './describeIssues';
import { UpstreamError } from './UpstreamError';

/** The longest piece of somebody else's text that goes into a message. */
const longestReason = 300;

/**
 * The entries of a list that are understood. Others are left out and told of,
 * unless that is all of them: nothing must not look like silence.
 *
 * @param place - what was asked, for messages
 * @throws UpstreamError when no entry is understood
 * @public
 */
export function readEntries<T>(
  entries: readonly unknown[],
  schema: z.ZodType<T>,
  place: string,
  onProblem?: (problem: Problem) => void,
): T[] {
  const read: T[] = [];
  let reason = '';
  entries.forEach((entry, i) => {
    const parsed = schema.safeParse(entry);
    if (parsed.success) {
      read.push(parsed.data);
    } else {
      reason ||= describeIssues(`${place}[${i}]`, entry, parsed.error);
    }
  });
  const skipped = entries.length - read.length;
  if (skipped === 0) {
    return read;
  }
  const message = `${skipped} of ${
    entries.length
  } entries could not be understood (${reason.slice(0, longestReason)})`;
  if (read.length === 0) {
    throw new UpstreamError('malformed', message);
  }
  onProblem?.({
    code: 'records_skipped',
    severity: 'warning',
    message: `${message} and are left out`,
    params: { field: place, skipped, read: read.length },
  });
  return read;
}
