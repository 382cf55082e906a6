import { Config } from '@backstage/config';
import { readOptional } from '../config/readOptional';
import { ConfigProblems } from '../sources/ConfigProblems';
import { AlertPolicies } from './AlertPolicies';
import { readAlertPolicies } from './readAlertPolicies';
import { SloTemplate } from './SloTemplate';

const key = 'engineeringOwner.slos.alerting';

/**
 * The alert policies, and which of them SLOs have that name none. A name that
 * is not there is told, and `google` used instead; in a template the general one.
 */
export function readAlerting(
  config: Config,
  problems: ConfigProblems,
  templates: Array<Pick<SloTemplate, 'alerting' | 'place'>> = [],
): AlertPolicies {
  const own = readAlertPolicies(config, problems);
  const value = readOptional(config, key, problems) ?? 'google';
  const policies = new AlertPolicies(own, String(value));
  const known = policies.names().join(', ');
  if (!policies.has(String(value))) {
    problems.add({
      place: key,
      value,
      expected: `one of ${known}; google is used instead`,
    });
  }
  for (const { alerting, place } of templates) {
    if (alerting !== undefined && !policies.has(alerting)) {
      problems.add({
        place: `${place}.alerting`,
        value: alerting,
        expected: `one of ${known}; what ${key} says is used instead`,
      });
    }
  }
  return policies;
}
