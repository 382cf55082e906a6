import { normaliseRunbookLocation } from '@engineering-owner/backstage-plugin-common';

/**
 * The runbook that a `runbook_url` names. Those of rules can be templates: an
 * address that depends on labels (`{{ $labels.instance }}`) is known when the
 * alert fires.
 */
export function readableRunbookUrl(
  runbookUrl: string | undefined,
): string | undefined {
  const url = runbookUrl?.trim();
  return url && isWebAddress(url) && !isTemplate(url) ? url : undefined;
}

/**
 * Normalised location of what a `runbook_url` names; of a template the text as
 * it is, since it does name something.
 */
export function runbookLocation(
  runbookUrl: string | undefined,
): string | undefined {
  const url = runbookUrl?.trim();
  if (!url || !isWebAddress(url)) {
    return undefined;
  }
  return isTemplate(url) ? url : normaliseRunbookLocation(url);
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url);
}

function isTemplate(url: string): boolean {
  return url.includes('{{');
}
