import {
  burnWindows,
  type SloQuery,
  type SloStatus,
  windowKey,
} from '@engineering-owner/backstage-plugin-common';

type Asked = Pick<SloStatus, 'queries' | 'window'>;

/** The queries of events in the SLO's own window; all when there are none. */
export function ownQueries({ queries, window }: Asked): SloQuery[] {
  const events = queries.filter(isOfEvents);
  const own = events.filter(query => query.window === windowKey(window));
  return own.length > 0 ? own : events;
}

/** The queries of events in a burn window. */
export function burnQueries({ queries }: Asked, window: string): SloQuery[] {
  return queries.filter(query => isOfEvents(query) && query.window === window);
}

/** The query of the percentile whose window is nearest to a chart's step. */
export function percentileQueries(
  { queries, window }: Asked,
  stepSeconds: number,
): SloQuery[] {
  const lengths = new Map<string, number>(
    burnWindows.map(each => [each.window, each.seconds]),
  );
  const distance = (query: SloQuery) =>
    Math.abs(
      Math.log((lengths.get(query.window) ?? window.seconds) / stepSeconds),
    );
  return queries
    .filter(({ meaning }) => meaning === 'percentile')
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, 1);
}

function isOfEvents({ meaning }: SloQuery): boolean {
  return meaning !== 'percentile';
}
