import {
  GroupReading,
  SliSource,
} from '@engineering-owner/backstage-plugin-node';

/**
 * What the ledger holds of an hour or a day counts as whole. A clock of ours
 * that is ahead would have it read what is not over. A source may hold samples
 * that are ahead of its own clock, so it is asked for its clock only where it
 * holds nothing.
 *
 * @throws Error when a stretch that ends with nothing is not over by the source's clock
 */
export function refuseUnfinished(
  { source }: SliSource,
  stretch: { to: Date },
  options: { hours: ReadonlyMap<number, GroupReading>; now: Date },
): void {
  const last = [...options.hours.values()].at(-1);
  if (stretch.to > options.now && !last?.values.size) {
    throw new Error(
      `By the clock of ${source.type} "${
        source.name
      }" it is ${options.now.toISOString()}, which is before the end of what is to be read at ${stretch.to.toISOString()}; no history is kept of it. Set its clock and the backend's by NTP`,
    );
  }
}
