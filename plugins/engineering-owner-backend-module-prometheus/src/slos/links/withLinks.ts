import { SloQuery } from '@engineering-owner/backstage-plugin-common';
import { LinkTemplate } from '../../instances/instance';
import { fillIn } from './placeholders';

/** Longer addresses are cut off by servers and proxies on the way. */
const longestAddress = 8_000;

/** The queries with the pages on which each can be looked at. */
export function withLinks(
  queries: SloQuery[],
  templates: readonly LinkTemplate[],
): SloQuery[] {
  return templates.length === 0
    ? queries
    : queries.map(query => {
        const links = templates
          .map(({ title, url }) => ({
            title,
            url: fillIn(url, {
              query: query.expression,
              queryJson: JSON.stringify(query.expression),
              window: query.window,
              from: `now-${query.window}`,
              to: 'now',
            }),
          }))
          .filter(({ url }) => url.length <= longestAddress);
        return links.length === 0 ? query : { ...query, links };
      });
}

/** The page on which a Prometheus shows a query by itself. */
export function prometheusPage(publicUrl: string): LinkTemplate {
  return {
    title: 'Prometheus',
    url: `${publicUrl}/graph?g0.expr={{query}}&g0.tab=1&g0.range_input={{window}}`,
  };
}
