import { SectionStatus } from '../onCall/status';

/**
 * The name of a source of alerts that is configured wrongly, so that what others
 * tell may not be all.
 *
 * @public
 */
export function misconfiguredAlerts({
  problem,
}: Pick<SectionStatus, 'problem'>): string | undefined {
  return problem?.code === 'source_misconfigured'
    ? String(problem.params?.source ?? '')
    : undefined;
}
