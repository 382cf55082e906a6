import {
  acknowledgeIncidentRequestSchema,
  addNoteRequestSchema,
  incidentActionResponseSchema,
  incidentPrioritiesResponseSchema,
  handoverResponseSchema,
  onCallIncidentResponseSchema,
  onCallIncidentsResponseSchema,
  onCallResponseSchema,
  onCallResponseTimesResponseSchema,
  ownershipResponseSchema,
  resolveIncidentRequestSchema,
  runbooksResponseSchema,
  sloHistoryResponseSchema,
  sloPreviewResponseSchema,
  sloListResponseSchema,
  slosResponseSchema,
  sloWhatIfResponseSchema,
  sourcesResponseSchema,
  summaryResponseSchema,
  triggerIncidentRequestSchema,
  webhookResponseSchema,
} from '@engineering-owner/backstage-plugin-common';
import { ZodType } from 'zod';
import { previewRequestSchema } from '../slos/preview/previewRequest';

/** A parameter in the query of an operation. */
export interface QueryParameter {
  name: string;
  description: string;
  format?: 'date-time';
}

/** Something the HTTP API answers. */
export interface Operation {
  /** `get` unless said otherwise. */
  method?: 'post';
  /** Of what is posted. */
  body?: ZodType;
  /** Below `/api/engineering-owner`, parameters in braces. */
  path: string;
  summary: string;
  /** Name of the answer's schema in the document. */
  answer: string;
  schema: ZodType;
  query?: QueryParameter[];
  /** Where several operations have the same answer. */
  operationId?: string;
  /** What it is refused with, beside 404. */
  refusals?: Readonly<Record<number, string>>;
  /** Nobody has to sign in, and nothing is answered with 404. */
  open?: true;
}

const entity = '/v1/entities/by-name/{kind}/{namespace}/{name}';

/** What all that act on an incident answer, and are refused with. */
const action = {
  method: 'post',
  answer: 'IncidentAction',
  schema: incidentActionResponseSchema,
  refusals: {
    400: 'The body is not usable, or the account does not take it',
    403: 'No permission, nobody whom the account knows (UnknownResponderError), or an account that may only be read',
    409: 'The incident is resolved',
    429: 'Too many actions of the caller, or too many requests to the account',
    503: 'The account cannot be reached, or fails',
    504: 'The account did not answer in time: whether it was done is not known',
  },
} as const;

/** The API, each operation with the schema of its answer. */
export const operations: Operation[] = [
  {
    path: `${entity}/ownership`,
    summary: 'Who owns an entity, in which role, and what is wrong with that',
    answer: 'Ownership',
    schema: ownershipResponseSchema,
  },
  {
    path: `${entity}/on-call`,
    summary: 'Who is paged for an entity, now and next, and how that is going',
    answer: 'OnCall',
    schema: onCallResponseSchema,
  },
  {
    path: `${entity}/on-call/incidents`,
    summary:
      "Incidents of an entity's services that were resolved in the last 30 days, or created in them and resolved, the latest resolved first",
    answer: 'OnCallIncidents',
    schema: onCallIncidentsResponseSchema,
    query: [
      { name: 'urgency', description: '`high` or `low`; both if left out' },
      {
        name: 'limit',
        description: 'How many at most, up to 500; 50 if left out',
      },
    ],
  },
  {
    path: `${entity}/on-call/incidents/{id}`,
    summary:
      "What happened to an incident of one of an entity's services, step by step, as it was last read",
    answer: 'OnCallIncident',
    schema: onCallIncidentResponseSchema,
  },
  {
    path: `${entity}/on-call/handover`,
    summary: 'What the next person on call has to know, as Markdown',
    answer: 'Handover',
    schema: handoverResponseSchema,
    query: [
      {
        name: 'period',
        description:
          '`week` (if left out), `shift`: the one that runs at the first level, or `last-shift`: the one that ended there last',
      },
      {
        name: 'timeZone',
        description: 'Of the reader, as `Europe/Berlin`; UTC if left out',
      },
    ],
  },
  {
    path: `${entity}/on-call/response-times`,
    summary:
      'Times to acknowledge and to resolve of the last twelve weeks: of each week, and how they are spread',
    answer: 'OnCallResponseTimes',
    schema: onCallResponseTimesResponseSchema,
    query: [
      {
        name: 'timeZone',
        description:
          'In which weeks begin, as `Europe/Berlin`; UTC if left out',
      },
    ],
  },
  {
    ...action,
    operationId: 'triggerIncident',
    path: `${entity}/incidents`,
    summary:
      'Opens an incident on a service of an entity, which pages whoever is on call. For users who hold engineering-owner.incident.act for the entity, in their own name',
    body: triggerIncidentRequestSchema,
  },
  {
    path: `${entity}/incidents/priorities`,
    summary:
      'What incidents of an entity can be opened with, read from its accounts at most every ten minutes. For users who hold engineering-owner.incident.act for the entity',
    answer: 'IncidentPriorities',
    schema: incidentPrioritiesResponseSchema,
  },
  {
    ...action,
    operationId: 'acknowledgeIncident',
    path: `${entity}/incidents/{incidentId}/acknowledge`,
    summary: 'Acknowledges an open incident of an entity, in the same way',
    body: acknowledgeIncidentRequestSchema,
  },
  {
    ...action,
    operationId: 'resolveIncident',
    path: `${entity}/incidents/{incidentId}/resolve`,
    summary:
      'Resolves an open incident of an entity, with a note for its log, in the same way',
    body: resolveIncidentRequestSchema,
  },
  {
    ...action,
    operationId: 'addIncidentNote',
    path: `${entity}/incidents/{incidentId}/notes`,
    summary: 'Adds a note to an incident of an entity, in the same way',
    body: addNoteRequestSchema,
  },
  {
    path: `${entity}/runbooks`,
    summary: 'What to do when an entity breaks',
    answer: 'Runbooks',
    schema: runbooksResponseSchema,
  },
  {
    path: `${entity}/slos`,
    summary: 'How reliable an entity is against its objectives',
    answer: 'Slos',
    schema: slosResponseSchema,
  },
  {
    path: `${entity}/slos/{slo}/history`,
    summary: 'Events and error budget of an objective over time',
    answer: 'SloHistory',
    schema: sloHistoryResponseSchema,
    query: [
      {
        name: 'from',
        description: "Start; one of the SLO's windows before `to` if left out",
        format: 'date-time',
      },
      { name: 'to', description: 'End; now if left out', format: 'date-time' },
      {
        name: 'step',
        description:
          'Whole hours, as `6h` or in seconds; one hour if left out. Below an hour whole minutes, for ranges up to 7 days and at most 720 points: read from the source',
      },
      {
        name: 'latency',
        description:
          '`true` adds percentiles, where the indicator is a latency',
      },
    ],
  },
  {
    path: `${entity}/slos/{slo}/what-if`,
    summary: "An objective's events judged by another target or window",
    answer: 'SloWhatIf',
    schema: sloWhatIfResponseSchema,
    query: [
      {
        name: 'objective',
        description:
          "Percentage above 0 and below 100, as `99.5`; the SLO's own if left out",
      },
      {
        name: 'window',
        description:
          "Rolling, as a duration from `1h` to `400d`; the SLO's own if left out",
      },
    ],
  },
  {
    path: `${entity}/summary`,
    summary: 'What the overview cards of an entity show',
    answer: 'Summary',
    schema: summaryResponseSchema,
  },
  {
    path: '/v1/slos',
    summary:
      'Objectives of all entities the caller may read, worst first, by the page',
    answer: 'SloList',
    schema: sloListResponseSchema,
    query: [
      {
        name: 'filter',
        description:
          'Fields of entities and their values, all of which match, such as `kind=component,metadata.namespace=default`; of several filters any',
      },
      { name: 'owner', description: 'Ref of the owner, as `group:default/a`' },
      { name: 'state', description: 'State of the reading' },
      {
        name: 'tone',
        description: '`act_now`, `look_today`, `unknown` or `fine`',
      },
      { name: 'code', description: 'Verdict, such as `page_firing`' },
      { name: 'offset', description: 'How many to leave out; 0 if left out' },
      { name: 'limit', description: '1 to 200; 50 if left out' },
    ],
  },
  {
    method: 'post',
    path: '/v1/slos/preview',
    summary:
      'What definitions of objectives would say of an entity, without saving them. For users who hold engineering-owner.slo.preview',
    answer: 'SloPreview',
    schema: sloPreviewResponseSchema,
    body: previewRequestSchema,
  },
  {
    path: '/v1/sources',
    summary: 'How every source is doing',
    answer: 'Sources',
    schema: sourcesResponseSchema,
  },
  {
    method: 'post',
    open: true,
    path: '/v1/webhooks/{type}/{account}',
    summary:
      'A webhook of an on-call account, such as `pagerduty/default`, as its sender signs it. What is not taken is answered with 200 too, so that the subscription survives; 429 and 503 ask to try again',
    answer: 'Webhook',
    schema: webhookResponseSchema,
  },
];
