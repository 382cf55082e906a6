import {
  AlertRule,
  normaliseRunbookLocation,
} from '@engineering-owner/backstage-plugin-common';

/**
 * The runbook an alerting rule names. Rules are templates: an address that
 * depends on labels (`{{ $labels.instance }}`) is known when the alert fires.
 */
export function ruleRunbookUrl(rule: AlertRule): string | undefined {
  const url = rule.annotations.runbook_url?.trim();
  return url && isWebAddress(url) && !isTemplate(url) ? url : undefined;
}

/** What the rule is covered by: a normalised location, or an address yet to be filled in. */
export function ruleLocation(rule: AlertRule): string | undefined {
  const url = rule.annotations.runbook_url?.trim();
  if (!url || !isWebAddress(url)) {
    return undefined;
  }
  return isTemplate(url) ? url : normaliseRunbookLocation(url);
}

/** Normalised location of an address that may be none. */
export function locationOf(url: string | undefined): string | undefined {
  return url && isWebAddress(url) ? normaliseRunbookLocation(url) : undefined;
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function isTemplate(url: string): boolean {
  return url.includes('{{');
}
