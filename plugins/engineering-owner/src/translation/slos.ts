/** Sentences and words of the SLOs tab and card. */
export const sloMessages = {
  title: 'SLOs',
  cardTitle: 'SLOs',
  /** Parts that the headline adds when they are known. */
  clause: {
    since: ' since {{since}}',
    exhausts: '; gone in {{exhausts}} at this rate',
    overspent: '; overspent already ({{remaining}} left)',
    far: 'far',
    reason: ': {{lastError}}',
    noReason: '.',
  },
  headline: {
    page_firing:
      '{{slo}} is spending its error budget {{burnRate}} too fast{{since}}{{outlook}}.',
    no_data: '{{slo}}: no data{{since}}.',
    no_data_was_firing:
      '{{slo}}: no data{{since}}, and a page was firing then{{firingSince}}.',
    exhausted: '{{slo}} has spent its error budget ({{remaining}} left).',
    ticket_firing:
      '{{slo}} is slowly spending its error budget, {{burnRate}} too fast{{since}}{{outlook}}.',
    rising:
      '{{slo}} has begun to burn, {{burnRate}} too fast over the last {{window}}. It does not alert yet.',
    held: '{{slo}} burns above its limit, but with {{bad}} of the {{minimumBad}} bad events it takes to alert.',
    recovering:
      '{{slo}} is recovering: the last minutes are back within the limit.',
    invalid: '{{slo}} cannot be measured: {{problem}}',
    never_seen: '{{slo}}: no series has matched its query yet.',
    stale: '{{slo}} was last read {{since}}.',
    stale_reason: '{{slo}} was last read {{since}}: {{lastError}}',
    stale_page_firing:
      '{{slo}}: a page was firing{{firingSince}} when the data ended ({{since}}){{reason}}',
    stale_ticket_firing:
      '{{slo}}: a ticket was firing{{firingSince}} when the data ended ({{since}}){{reason}}',
    stale_exhausted:
      '{{slo}} had spent its error budget ({{remaining}} left) when the data ended ({{since}}){{reason}}',
    query_error: '{{slo}} could not be read: {{lastError}}',
    no_traffic: '{{slo}}: no traffic at present, so there is nothing to judge.',
    pending:
      '{{slo}} has not been read yet. The first read takes a minute or two.',
    partial:
      '{{slo}} is met so far; only {{coverage}} of its window could be read.',
    partial_young: '{{slo}} is met so far; its window is not full yet.',
    low_traffic: '{{slo}} is met, but has too little traffic to say much.',
    all_met_one:
      'The objective is met; {{remaining}} of its error budget is left.',
    all_met_other:
      'All {{count}} objectives are met; the closest, {{slo}}, has {{remaining}} of its error budget left.',
    only_problems: 'The objectives of this entity could not be read.',
  },
  word: {
    page_firing: 'page firing',
    no_data: 'no data',
    no_data_since: 'no data since {{since}}',
    exhausted: 'budget spent',
    ticket_firing: 'ticket firing',
    rising: 'rising',
    held: 'held: {{bad}} of {{minimumBad}} bad events',
    recovering: 'recovering',
    invalid: 'invalid definition',
    never_seen: 'no series match the query',
    stale: 'stale',
    stale_since: 'stale since {{since}}',
    stale_page_firing: 'page was firing, stale since {{since}}',
    stale_ticket_firing: 'ticket was firing, stale since {{since}}',
    stale_exhausted: 'budget was spent, stale since {{since}}',
    no_data_page_firing: 'page was firing, no data since {{since}}',
    query_error: 'query failed',
    no_traffic: 'no traffic',
    pending: 'not read yet',
    low_traffic: 'low traffic',
    partial: '{{coverage}} covered',
    partial_young: 'window not full yet',
    ok: 'ok',
  },
  state: {
    no_data: 'No data: no series match the query.',
    no_data_seen: 'No data. Last seen {{since}}.',
    no_traffic:
      'No traffic in the last {{window}}: neither good nor bad, the budget is untouched.',
    stale: 'Last read {{since}}; the figures shown are from then.',
    stale_reason:
      'Last read {{since}}; the figures shown are from then. Since then: {{lastError}}',
    pending: 'Not read yet. The first read takes a minute or two.',
    query_error: 'The query failed: {{lastError}}',
    invalid: 'This objective cannot be measured: {{problem}}',
    partial:
      'Only {{coverage}} of the {{window}} window could be read; budget figures are estimates.',
    partial_young:
      'The {{window}} window is not full yet: the service is newer, or its source said that data may be missing. Budget figures are estimates.',
    low_traffic:
      'Few events: one bad event more or less changes the result visibly. Read with care.',
    now_no_data:
      'Nothing has been seen since {{since}}, although the {{window}} window still holds figures.',
    now_no_data_never: 'Nothing is seen at present.',
    now_no_traffic: 'No traffic at present.',
    now_stale: 'The present has not been read since {{since}}.',
    now_stale_reason:
      'The present has not been read since {{since}}: {{lastError}}',
    lastError: 'The last read failed: {{lastError}}',
  },
  table: {
    label: 'Objectives, worst first',
    heading_one: '{{entity}}: 1 objective',
    heading_other: '{{entity}}: {{count}} objectives',
    objective: 'Objective',
    target: 'Target',
    reached: 'Now',
    budget: 'Budget left',
    burn: 'Burn 1 h',
    state: 'State',
    missing: {
      no_data: 'no data',
      no_traffic: 'no traffic',
      stale: 'not known',
      pending: 'not known',
      query_error: 'not known',
      invalid: 'not known',
    },
  },
  tile: {
    budgetLeft: 'Budget left',
    badEventsLeft: 'Bad events left',
    badEventsOf: 'of {{allowed}}',
    exhausts: 'Exhausts',
    never: 'never at this rate',
    exhausted: 'spent',
    in: 'in {{duration}}',
    estimate: 'estimate',
    reached: 'Reached',
    target: 'target {{target}}',
  },
  explain: {
    reached: 'Share of good events in the window: 1 − bad ÷ total.',
    budgetLeft: '1 − error ratio ÷ (1 − objective). Negative: overspent.',
    badEventsLeft: 'Bad events the window still allows at its present traffic.',
    exhausts:
      'When the budget is gone if it goes on as in the long window of the worst firing alert, else as in the last 6 h.',
    burn: 'How many times faster than allowed the budget is spent: error ratio ÷ (1 − objective). At 1× it lasts exactly the window.',
    window: 'Window: {{window}}',
    events: '{{bad}} bad of {{total}} events',
    age: 'as of {{age}} ago',
  },
  alerts: {
    title: 'Burn-rate alerts',
    severity: 'Alert',
    long: 'Long window',
    short: 'Short window',
    limit: 'Limit',
    state: 'State',
    since: 'Since',
    page: 'page',
    ticket: 'ticket',
    lowered: 'lowered from {{from}}: this objective cannot burn faster',
    none: 'This window is too short for burn-rate alerts; the budget alone decides.',
    previous: 'was {{state}} since {{since}}',
    held: 'held: {{bad}} of {{minimumBad}} bad events',
    explain:
      'Fires when both windows are above the limit: the long one says that it matters, the short one that it still happens.',
    states: {
      firing: 'firing',
      recovering: 'recovering',
      rising: 'rising',
      held: 'held',
      ok: 'ok',
      unknown: 'not known',
      off: 'off',
    },
  },
  chart: {
    title: 'Error budget',
    caption: 'Starts full at {{start}}; the dashed line spends it evenly.',
    captionScaled:
      'Starts full at {{start}}; the dashed line spends it evenly. The hourly figures are scaled by {{scale}} to agree with the window.',
    description:
      'Error budget left from {{from}} to {{to}}: from {{first}} to {{last}}.',
    left: 'Budget left',
    ideal: 'Even spending',
    bad: 'Bad events',
    total: 'Events',
    time: 'Time',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    range: 'Range',
    empty: 'No history yet. It is collected hour by hour.',
    noReading: 'not read',
  },
  definition: {
    title: 'Definition and queries',
    sentence_ratio:
      '{{objective}} of events over {{window}} are good. All events: {{total}}. Bad events: {{bad}}.',
    sentence_ratio_good:
      '{{objective}} of events over {{window}} are good. All events: {{total}}. Good events: {{good}}.',
    sentence_latency:
      '{{objective}} of requests over {{window}} take at most {{threshold}}, measured with {{histogram}}.',
    sentence_gauge:
      '{{objective}} of the time over {{window}}, {{up}} is 1. Each sample weighs the same, however much traffic there was.',
    sentence_raw_success:
      '{{objective}} over {{window}}, averaged over time: {{query}} is the share of successes.',
    sentence_raw_failure:
      '{{objective}} over {{window}}, averaged over time: {{query}} is the share of failures.',
    definedBy: 'Defined by template “{{name}}” in {{place}}.',
    source: 'Read from {{type}} “{{name}}”.',
    query_total: 'All events, {{window}}',
    query_bad: 'Bad events, {{window}}',
    query_error_ratio: 'Error ratio, {{window}}',
    copyQuery: 'Copy query',
    window: 'Window of the queries',
  },
  openRunbook: 'Open runbook',
  empty: {
    title: 'No objectives yet',
    sentence:
      'Here would be how reliable this is against its objectives, how much error budget is left and how fast it is being spent.',
    template:
      'An objective comes from a template in app-config.yaml: one template covers every entity its filter matches.',
    selector:
      'The template finds the metrics by the name of the entity. If they carry another label, narrow them down in catalog-info.yaml:',
  },
  card: {
    worst: '{{slo}}: {{word}}',
    more_one: '1 objective',
    more_other: '{{count}} objectives',
    empty: 'No objectives yet',
  },
} as const;
