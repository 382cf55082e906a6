/** The priorities of the account, highest first. */
export const priorities = [
  { id: 'PPRIOR1', name: 'P1', description: 'Shoppers cannot buy' },
  { id: 'PPRIOR2', name: 'P2', description: 'A feature is down' },
  { id: 'PPRIOR3', name: 'P3', description: 'A feature is worse than usual' },
] as const;

/** A priority as `GET /priorities` answers it. */
export function renderPriority(priority: (typeof priorities)[number]) {
  return {
    id: priority.id,
    type: 'priority',
    summary: priority.name,
    self: `https://api.pagerduty.com/priorities/${priority.id}`,
    html_url: null,
    name: priority.name,
    description: priority.description,
  };
}

/** The priority as an incident names it; null when it has none. */
export function priorityReference(id: string | null, full: boolean) {
  const priority = priorities.find(candidate => candidate.id === id);
  if (!priority) {
    return null;
  }
  const rendered = renderPriority(priority);
  if (full) {
    return rendered;
  }
  const { id: priorityId, summary, self, html_url } = rendered;
  return {
    id: priorityId,
    type: 'priority_reference',
    summary,
    self,
    html_url,
  };
}
