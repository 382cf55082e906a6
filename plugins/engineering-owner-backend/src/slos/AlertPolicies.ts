import {
  AlertPolicy,
  AlertPolicyName,
  SloDefinition,
} from '@engineering-owner/backstage-plugin-common';

/** The alert policies there are: two that come along, and an admin's own. */
export class AlertPolicies {
  readonly #named: ReadonlyMap<string, AlertPolicyName | AlertPolicy>;
  readonly #general: string;

  /** @param general - name of the policy of SLOs that name none */
  constructor(own: AlertPolicy[] = [], general: string = 'google') {
    this.#named = new Map<string, AlertPolicyName | AlertPolicy>([
      ['google', 'google'],
      ['seed', 'seed'],
      ...own.map((policy): [string, AlertPolicy] => [policy.name, policy]),
    ]);
    this.#general = this.#named.has(general) ? general : 'google';
  }

  names(): string[] {
    return [...this.#named.keys()];
  }

  has(name: string): boolean {
    return this.#named.has(name);
  }

  /** One that names a policy which is not there has the general one. */
  of({
    alerting,
  }: Pick<SloDefinition, 'alerting'>): AlertPolicyName | AlertPolicy {
    return (
      (alerting !== undefined ? this.#named.get(alerting) : undefined) ??
      this.#named.get(this.#general) ??
      'google'
    );
  }
}
