import { Json, objectOf } from './json';

/** One place where the official document is wrong, and what is right. */
export interface ContractChange {
  /** JSON pointer to what is replaced. */
  pointer: string;
  becomes: Json | ((official: Json) => Json);
  reason: string;
}

const SCHEMAS = '/components/schemas';

function ref(name: string): Json {
  return { $ref: `#${SCHEMAS}/${name}` };
}

function either(...schemas: Json[]): Json {
  return { anyOf: schemas };
}

const nullable = (official: Json): Json => either(official, { type: 'null' });

function mayBeNull(
  schema: string,
  fields: string[],
  reason: string,
): ContractChange[] {
  return fields.map(field => ({
    pointer: `${SCHEMAS}/${schema}/properties/${field}`,
    becomes: nullable,
    reason,
  }));
}

function mayBeFull(pointer: string, ...resources: string[]): ContractChange {
  return {
    pointer: `${SCHEMAS}/${pointer}`,
    becomes: official => either(official, ...resources.map(ref)),
    reason:
      'include[] embeds the full resource where only a reference is allowed',
  };
}

/** Every change, each with its reason; applied in this order. */
export const contractPatch: ContractChange[] = [
  {
    pointer: `${SCHEMAS}/AcknowledgeLogEntry/allOf/1/properties/type/enum`,
    becomes: ['acknowledge_log_entry'],
    reason:
      'It demands acknowledgement_log_entry, its own base only allows acknowledge_log_entry: nothing can satisfy both',
  },
  {
    pointer: `${SCHEMAS}/Channel/oneOf`,
    becomes: [true],
    reason:
      'Its five alternatives are objects without required or closed fields, so every channel matches several and oneOf fails',
  },
  {
    pointer: `${SCHEMAS}/IncidentBody/properties/details`,
    becomes: { type: ['object', 'string'] },
    reason: 'The operations describe and show details as text',
  },
  ...mayBeNull(
    'Incident/allOf/1',
    ['resolved_at', 'priority', 'resolve_reason', 'alert_grouping'],
    'Described or shown as null (open, without priority, not merged, without alerts), but not nullable',
  ),
  ...mayBeNull(
    'Oncall',
    ['schedule', 'start', 'end'],
    'Described as null for somebody who is permanently on call, but not nullable',
  ),
  ...mayBeNull(
    'ScheduleLayer',
    ['end'],
    'Described as null for a layer that does not end, but not nullable',
  ),
  ...mayBeNull(
    'Service/allOf/1',
    [
      'auto_resolve_timeout',
      'acknowledgement_timeout',
      'last_incident_timestamp',
      'support_hours',
    ],
    'Described as null when switched off, or absent until the first incident, but not nullable',
  ),
  ...mayBeNull(
    'Alert/allOf/1',
    ['integration'],
    'An alert without an integration has null here, but it is not nullable',
  ),
  mayBeFull('Service/allOf/1/properties/escalation_policy', 'EscalationPolicy'),
  mayBeFull('Service/allOf/1/properties/teams/items', 'Team'),
  mayBeFull('EscalationPolicy/allOf/1/properties/teams/items', 'Team'),
  mayBeFull('Oncall/properties/escalation_policy', 'EscalationPolicy'),
  mayBeFull('Oncall/properties/user', 'User'),
  mayBeFull('Oncall/properties/schedule', 'Schedule'),
  mayBeFull('User/allOf/1/properties/teams/items', 'Team'),
  mayBeFull('User/allOf/1/properties/contact_methods/items', 'ContactMethod'),
  mayBeFull('LogEntry/allOf/1/properties/incident', 'Incident'),
  mayBeFull('LogEntry/allOf/1/properties/service', 'Service'),
  mayBeFull('LogEntry/allOf/1/properties/teams/items', 'Team'),
  {
    pointer: '/components/parameters/header_Content-Type/required',
    becomes: false,
    reason:
      'Demanded even of GET, which has no body; with a body it is checked through the body',
  },
  {
    pointer: '/paths/~1incidents~1{id}/put/responses',
    becomes: official => ({
      ...objectOf(official),
      400: { $ref: '#/components/responses/ArgumentError' },
    }),
    reason:
      'A resolved incident cannot be acknowledged: 400, as for PUT /incidents',
  },
  {
    pointer: '/paths/~1incidents~1{id}~1alerts/get/responses',
    becomes: official => ({
      ...objectOf(official),
      404: { $ref: '#/components/responses/NotFound' },
    }),
    reason:
      'An incident that does not exist is 404 here as for its log entries',
  },
];
