const NAMES: Record<string, string> = {
  pagerduty: 'PagerDuty',
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
};

/** What people call a source: `pagerduty` is PagerDuty; others as they are. */
export function vendorName(sourceType: string): string {
  return Object.hasOwn(NAMES, sourceType) ? NAMES[sourceType] : sourceType;
}
