import { DateTime } from 'luxon';
import { invalidInput } from '../http/apiError';
import { Call } from '../http/endpoint';
import { Query } from '../http/query';
import { LoggedIncident } from '../incidents/incidentLog';
import { PagerDutyState } from '../state';

const STATUSES = ['triggered', 'acknowledged', 'resolved'] as const;
const URGENCIES = ['high', 'low'] as const;
const MAXIMUM_MONTHS = 6;

const SORT_KEYS: Record<string, (incident: LoggedIncident) => number> = {
  incident_number: ({ number }) => number,
  created_at: ({ state }) => state.createdAt,
  resolved_at: ({ state }) => state.resolvedAt ?? Infinity,
  urgency: ({ state }) => (state.urgency === 'high' ? 1 : 0),
};

/** A month unless asked otherwise, never more than six. */
function rangeOf({ query, now }: Call) {
  if (query.text('date_range') === 'all') {
    return { since: -Infinity, until: Infinity };
  }
  const until = query.time('until') ?? now + 1;
  const since =
    query.time('since') ??
    DateTime.fromMillis(until, { zone: 'utc' }).minus({ months: 1 }).toMillis();
  if (since > until) {
    throw invalidInput('since must be before until');
  }
  const earliest = DateTime.fromMillis(until, { zone: 'utc' }).minus({
    months: MAXIMUM_MONTHS,
  });
  if (since < earliest.toMillis()) {
    throw invalidInput(
      `The time range cannot be longer than ${MAXIMUM_MONTHS} months`,
    );
  }
  return { since, until };
}

function compare(a: number, b: number): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

/** Up to two fields, `created_at:desc,urgency`; ascending by default. */
function sorted(found: LoggedIncident[], query: Query): LoggedIncident[] {
  const fields = (query.text('sort_by') ?? 'created_at').split(',');
  const comparisons = fields.map(text => {
    const [field, direction = 'asc'] = text.split(':');
    const key = Object.hasOwn(SORT_KEYS, field) ? SORT_KEYS[field] : undefined;
    if (!key || !['asc', 'desc'].includes(direction) || fields.length > 2) {
      throw invalidInput(
        `sort_by "${text}" must be at most two of ${Object.keys(SORT_KEYS).join(
          ', ',
        )}, each with :asc or :desc`,
      );
    }
    const sign = direction === 'desc' ? -1 : 1;
    return (a: LoggedIncident, b: LoggedIncident) =>
      sign * compare(key(a), key(b));
  });
  return [...found].sort(
    (a, b) => comparisons.map(by => by(a, b)).find(order => order !== 0) ?? 0,
  );
}

/** The incidents that `GET /incidents` finds, in the order asked for. */
export function searchIncidents(
  state: PagerDutyState,
  call: Call,
): LoggedIncident[] {
  const { query } = call;
  const { since, until } = rangeOf(call);
  const statuses = query.choices('statuses', STATUSES);
  const urgencies = query.choices('urgencies', URGENCIES);
  const serviceIds = query.list('service_ids');
  const teamIds = query.list('team_ids');
  const userIds = query.list('user_ids');
  const key = query.text('incident_key');
  const teamOf = new Map(
    state.account.services.map(service => [service.id, service.teamId]),
  );
  const found = state.log.incidents().filter(({ state: incident }) => {
    const teamId = teamOf.get(incident.serviceId) ?? '';
    return (
      incident.createdAt >= since &&
      incident.createdAt < until &&
      (!statuses || statuses.includes(incident.status)) &&
      (!urgencies || urgencies.includes(incident.urgency)) &&
      (!serviceIds || serviceIds.includes(incident.serviceId)) &&
      (!teamIds || teamIds.includes(teamId)) &&
      (!userIds ||
        incident.assignments.some(({ userId }) => userIds.includes(userId))) &&
      (!key || incident.incidentKey === key)
    );
  });
  return sorted(found, query);
}
