/**
 * The time at which a window that is read every `intervalSeconds` ends:
 * `floor((now - delay) / interval) * interval`, counted from the epoch. All
 * replicas and all entities arrive at the same time, so a read can be shared
 * and a repeated one writes the same row.
 *
 * @public
 */
export function alignTime(
  now: Date,
  options: { intervalSeconds: number; delaySeconds: number },
): Date {
  const interval = options.intervalSeconds * 1000;
  const settled = now.getTime() - options.delaySeconds * 1000;
  return new Date(Math.floor(settled / interval) * interval);
}
