/** Response times are of the incidents created, or resolved, in so many days. */
export const periodDays = 30;

/** Resolved incidents that an answer has at first; the figures count all. */
export const mostRecent = 50;

/** Since when incidents are in the figures, and in the lists of those resolved. */
export function recentSince(now: Date): Date {
  return new Date(now.getTime() - periodDays * 86_400_000);
}
