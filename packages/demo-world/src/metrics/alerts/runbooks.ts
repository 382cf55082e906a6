/** What is watched of a service, and the name of the runbook that answers. */
export interface Watched {
  /** Both alerts on the error budget. */
  burn?: string;
  latency?: string;
  probe?: string;
}

/**
 * Runbooks of `examples/runbooks/<service>`, or published ones that the
 * example catalog links. Loyalty is three days old: nobody has written alerts.
 */
export const watched: Record<string, Watched> = {
  checkout: {
    burn: 'error-budget-burn',
    latency: 'latency-high',
    probe: 'probe-failed',
  },
  'catalog-search': { burn: 'error-budget-burn', probe: 'error-budget-burn' },
  'product-pages': { burn: 'error-budget-burn' },
  cart: { burn: 'cache-node-lost', probe: 'cache-node-lost' },
  recommendations: {
    burn: 'error-budget-burn',
    // Deliberate: this one was never written.
    latency: 'latency-high',
    probe: 'error-budget-burn',
  },
  'payments-gateway': { burn: 'error-budget-burn', probe: 'error-budget-burn' },
  'fraud-check': { burn: 'error-budget-burn' },
  // No alert on the budget: at nine bad events a month, one error would page.
  'gift-cards': { latency: 'errors', probe: 'errors' },
  'shipping-quotes': {
    burn: 'error-budget-burn',
    latency: 'error-budget-burn',
    probe: 'error-budget-burn',
  },
  'label-printer': { burn: 'error-budget-burn' },
  'warehouse-sync': { burn: 'stock-drift' },
  returns: { burn: 'no-returns', probe: 'no-returns' },
  login: { burn: 'sessions-lost' },
  profile: { burn: 'error-budget-burn', probe: 'error-budget-burn' },
};

/** Where Parcel's people publish their runbooks; nothing answers there. */
export function runbookUrl(service: string, runbook: string): string {
  return `https://runbooks.parcel.example/${service}/${runbook}`;
}
