import { SourceRef } from '../onCall/model';
import { Alert, AlertStatus } from './model';

/**
 * An alert as a page shows it. The link to the runbook comes from whoever
 * wrote the alerting rule: only http(s) is passed on.
 *
 * @public
 */
export function alertStatus(alert: Alert, source: SourceRef): AlertStatus {
  const { labels, annotations } = alert;
  const severity = labels.severity;
  const summary = inShort(annotations.summary || annotations.description);
  const runbookUrl = webAddress(annotations.runbook_url);
  return {
    source,
    fingerprint: alert.fingerprint,
    name: alert.name,
    ...(severity && { severity }),
    ...(summary && { summary }),
    state: alert.state,
    since: alert.activeAt,
    labels,
    ...(runbookUrl && { runbookUrl }),
  };
}

/** Rules may put whole tables into their texts; a list has a line for each. */
const longestSummary = 500;

function inShort(text: string | undefined): string | undefined {
  return text && text.length > longestSummary
    ? `${text.slice(0, longestSummary - 1)}…`
    : text;
}

function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined;
}
