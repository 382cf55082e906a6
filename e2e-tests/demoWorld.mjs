import assert from 'node:assert/strict';

const at = (variable, port) =>
  `http://127.0.0.1:${process.env[variable] || port}`;

export const prometheusUrl = at('EO_PROMETHEUS_PORT', 9090);
export const simulatorUrl = at('EO_SIMULATOR_PORT', 9292);
const servicesUrl = at('EO_SERVICES_PORT', 9191);

async function answerOf(url, init) {
  const response = await fetch(url, init);
  const text = await response.text();
  assert.ok(response.ok, `${url} answers ${response.status}: ${text}`);
  return text;
}

/** Prometheus' own answer to a query that has one number for an answer. */
export async function askPrometheus(query, time) {
  const parameters = new URLSearchParams({ query, time });
  const { data } = JSON.parse(
    await answerOf(`${prometheusUrl}/api/v1/query?${parameters}`),
  );
  assert.equal(data.result.length, 1, `${query} at ${time}`);
  return Number(data.result[0].value[1]);
}

/**
 * Requests that Prometheus has answered to whoever asks for series, alerts or
 * rules, by its own counters.
 */
export async function prometheusRequests() {
  const text = await answerOf(`${prometheusUrl}/metrics`);
  let sum = 0;
  for (const [, value] of text.matchAll(
    /^prometheus_http_requests_total\{[^}]*handler="\/api\/v1\/[^}]*\} (\S+)$/gm,
  )) {
    sum += Number(value);
  }
  assert.ok(sum > 0, 'Prometheus counts no requests');
  return sum;
}

/** Requests to PagerDuty's API that the simulator has seen. */
export async function pagerDutyRequests() {
  return JSON.parse(await answerOf(`${simulatorUrl}/_simulator/requests`))
    .total;
}

/** What the simulator knows, told apart from how its API answers it. */
export async function readTruth() {
  return JSON.parse(await answerOf(`${simulatorUrl}/_simulator/truth`));
}

const asAdmin = {
  authorization: `Token token=${process.env.PAGERDUTY_TOKEN || 'demo'}`,
  'content-type': 'application/json',
};

async function askPagerDuty(path) {
  return JSON.parse(
    await answerOf(`${simulatorUrl}${path}`, { headers: asAdmin }),
  );
}

/** The id of the escalation policy of a PagerDuty service. */
export async function readPolicyId(serviceId) {
  const { service } = await askPagerDuty(`/services/${serviceId}`);
  return service.escalation_policy.id;
}

/** The id of PagerDuty's user with an address. */
export async function readUserId(email) {
  const query = new URLSearchParams({ query: email });
  const { users } = await askPagerDuty(`/users?${query}`);
  assert.equal(users.length, 1, email);
  return users[0].id;
}

/** An incident as PagerDuty has it, with its log and its notes. */
export async function readIncident(id) {
  const [{ incident }, { log_entries: log }, { notes }] = await Promise.all(
    ['', '/log_entries?limit=100', '/notes'].map(part =>
      askPagerDuty(`/incidents/${id}${part}`),
    ),
  );
  return { incident, log, notes };
}

/** Opens an incident as monitoring would; its id. */
export async function openIncident(serviceId, title) {
  const { id } = JSON.parse(
    await answerOf(`${simulatorUrl}/_simulator/incidents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service_id: serviceId, title }),
    }),
  );
  return id;
}

/** Resolves an incident in PagerDuty, as Maya. */
export function resolveIncident(id) {
  return changeIncident(id, { status: 'resolved' });
}

/** Assigns an incident in PagerDuty to one of its users. */
export function assignIncident(id, userId) {
  const assignee = { id: userId, type: 'user_reference' };
  return changeIncident(id, { assignments: [{ assignee }] });
}

async function changeIncident(id, change) {
  await answerOf(`${simulatorUrl}/incidents/${id}`, {
    method: 'PUT',
    headers: { ...asAdmin, from: 'maya.okafor@parcel.example' },
    body: JSON.stringify({
      incident: { type: 'incident_reference', ...change },
    }),
  });
}

export async function setFault(fault) {
  await answerOf(`${simulatorUrl}/_simulator/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
}

export async function clearFaults() {
  await answerOf(`${simulatorUrl}/_simulator/faults`, { method: 'DELETE' });
}

/** @param action `stop` or `start` */
export async function switchService(service, action) {
  await answerOf(`${servicesUrl}/services/${service}/${action}`, {
    method: 'POST',
  });
}

/** @param action `hold` (it takes connections and answers none) or `continue` */
export async function switchPrometheus(action) {
  await answerOf(`${servicesUrl}/prometheus/${action}`, { method: 'POST' });
}
