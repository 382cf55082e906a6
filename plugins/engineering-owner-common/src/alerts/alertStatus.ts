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
  const summary = annotations.summary || annotations.description;
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

function webAddress(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) && URL.canParse(text)
    ? text
    : undefined;
}
