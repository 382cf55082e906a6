import {
  judgeRunbook,
  MergedRunbook,
  Problem,
  RunbookDefaults,
  RunbookReference,
  RunbookStatus,
} from '@engineering-owner/backstage-plugin-common';
import { StoredDocument } from './DocumentStore';
import { readingOf } from './readingOf';
import { runbookId } from './runbookId';

/** What runbooks of an entity are judged against. */
export interface RunbookMeasure {
  owners: readonly string[];
  defaults: RunbookDefaults;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** A runbook with what is known of its document. */
export function describeRunbook(
  runbook: MergedRunbook,
  document: StoredDocument | undefined,
  measure: RunbookMeasure,
): RunbookStatus {
  const frontMatter = document?.frontMatter;
  const judgement = judgeRunbook({
    reading: readingOf(document),
    frontMatter,
    ...measure,
  });
  const ruled = runbook.origins.flatMap(origin =>
    origin.kind === 'alert_rule' ? [origin.alert] : [],
  );
  return {
    id: runbookId(runbook.location),
    title: document?.title ?? titleWithoutDocument(runbook),
    url: runbook.url,
    state: judgement.state,
    origins: runbook.origins,
    alerts: [...new Set([...(frontMatter?.alerts ?? []), ...ruled])],
    ...definedOnly({
      owner: frontMatter?.owner,
      severity: frontMatter?.severity,
      lastReviewedOn: frontMatter?.lastReviewedOn,
      reviewDueOn: judgement.reviewDueOn,
      lastTestedOn: frontMatter?.lastTestedOn,
      testDueOn: judgement.testDueOn,
      automation: frontMatter?.automation,
      content: document?.content,
    }),
    problems: [...judgement.problems, ...(document?.problems ?? [])],
  };
}

/** A path that leads nowhere. */
export function describeUnresolved(
  reference: RunbookReference,
  measure: RunbookMeasure,
): RunbookStatus {
  const { location, origin } = reference;
  const { state, problems } = judgeRunbook({
    reading: { state: 'no_place' },
    ...measure,
  });
  return {
    id: runbookId(`${origin.entityRef} ${location}`),
    title: location,
    url: location,
    state,
    origins: [origin],
    alerts: [],
    problems,
  };
}

/** Says that no alert leads to a runbook. */
export const noAlert: Problem = {
  code: 'runbook_without_alert',
  severity: 'warning',
  message:
    'No alerting rule of this entity leads here. Name its alerts in the front matter, or name it in the rule with runbook_url.',
};

function titleWithoutDocument({ origins, url }: MergedRunbook): string {
  for (const origin of origins) {
    if (origin.kind === 'link' && origin.title) {
      return origin.title;
    }
  }
  const { host, pathname } = new URL(url);
  const file = pathname.split('/').filter(Boolean).at(-1);
  return file ? file.replace(/\.(md|markdown)$/i, '') : host;
}

function definedOnly<T extends object>(values: T): Partial<T> {
  const defined: Partial<T> = { ...values };
  for (const key of Object.keys(values) as Array<keyof T>) {
    if (defined[key] === undefined) delete defined[key];
  }
  return defined;
}
