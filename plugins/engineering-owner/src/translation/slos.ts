/** Sentences and words of the SLOs tab and card. */
export const sloMessages = {
  cardTitle: 'SLOs',
  /** Parts that the headline adds when they are known. */
  clause: {
    since: ' since {{since}}',
    exhausts: '; gone in {{exhausts}} at this rate',
    overspent: '; overspent already ({{remaining}} left)',
    far: 'far',
    reason: ': {{lastError}}',
    noReason: '.',
    missing: 'whether it still does is not known',
    missing_any: 'a window that pages are judged by is not known',
    missing_no_traffic: 'its {{window}} window has no traffic now',
    missing_no_data: 'its {{window}} window has no data now',
    missing_unread: 'its {{window}} window cannot be read now',
  },
  headline: {
    page_firing:
      '{{slo}} is spending its error budget {{burnRate}} too fast{{since}}{{outlook}}.',
    no_data: '{{slo}}: no data{{since}}.',
    no_data_page_firing:
      '{{slo}}: a page was firing{{firingSince}}, and there is no data{{since}}.',
    page_was_firing: '{{slo}}: a page was firing{{firingSince}}; {{missing}}.',
    ticket_was_firing:
      '{{slo}}: a ticket was firing{{firingSince}}; {{missing}}.',
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
    unjudged:
      '{{slo}}: whether it burns too fast cannot be told; {{missing}}{{reason}}',
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
    with_problems_one: '{{sentence}} 1 problem with the definitions.',
    with_problems_other:
      '{{sentence}} {{count}} problems with the definitions.',
    only_problems: 'The objectives of this entity could not be read.',
  },
  word: {
    page_firing: 'page firing',
    page_was_firing: 'page was firing, now not known',
    ticket_was_firing: 'ticket was firing, now not known',
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
    unjudged: 'alerts not known',
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
    low_traffic_events:
      'Few events: one bad event more or less changes the result visibly. Read with care.',
    low_traffic_samples:
      'Few samples: one bad sample more or less changes the result visibly. Read with care.',
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
    badLeft_events: 'Bad events left',
    badLeft_samples: 'Bad samples left',
    badEventsOf: 'of {{allowed}}',
    exhausts: 'Exhausts',
    never: 'never at this rate',
    neverThisPeriod: 'not before it resets',
    asOf: 'as of {{at}}',
    exhausted: 'spent',
    in: 'in {{duration}}',
    estimate: 'estimate',
    reached: 'Reached',
    target: 'target {{target}}',
  },
  explain: {
    reached_events: 'Share of good events in the window: 1 − bad ÷ total.',
    reached_samples:
      'Share of good samples in the window, each weighing the same: 1 − bad ÷ total.',
    budgetLeft: '1 − error ratio ÷ (1 − objective). Negative: overspent.',
    badLeft_events:
      'Bad events the window still allows at its present traffic.',
    badLeft_samples:
      'Bad samples the window still allows; each stands for one scrape.',
    budgetLeftExpected_events:
      '1 − bad ÷ ({{expected}} × (1 − objective)). It is divided by {{expected}} events, as many as the last period held, until this one holds more. Negative: overspent.',
    budgetLeftExpected_samples:
      '1 − bad ÷ ({{expected}} × (1 − objective)). It is divided by {{expected}} samples, as many as the last period held, until this one holds more. Negative: overspent.',
    badLeftExpected_events:
      'Bad events this period still allows if it holds {{expected}} events, as many as the last one did.',
    badLeftExpected_samples:
      'Bad samples this period still allows if it holds {{expected}} samples, as many as the last one did; each stands for one scrape.',
    exhausts:
      'When the budget is gone if it goes on as in the long window of the worst firing alert, else as in the last 6 h. Not known while the present is not.',
    burn: 'How many times faster than allowed the budget is spent: error ratio ÷ (1 − objective). At 1× it lasts exactly the window.',
    window: 'Window: {{window}}',
    events: '{{bad}} bad of {{total}} events',
    samples: '{{bad}} bad of {{total}} samples',
    burnDown:
      'Budget left at the end of each step, as a share of the whole window’s budget: 1 − bad so far ÷ (total × (1 − objective)).',
    burnDownExpected_events:
      'Budget left at the end of each step: 1 − bad so far ÷ ({{expected}} × (1 − objective)). It is divided by {{expected}} events, as many as the last period held, until this one holds more.',
    burnDownExpected_samples:
      'Budget left at the end of each step: 1 − bad so far ÷ ({{expected}} × (1 − objective)). It is divided by {{expected}} samples, as many as the last period held, until this one holds more.',
    errors: 'Error ratio of each step: bad ÷ total in that step.',
    traffic_events: 'Traffic: events per second, averaged over the step.',
    traffic_samples:
      'Each sample weighs the same, however much traffic there was.',
    latency:
      '{{percentile}}: this share of requests was answered at least as fast. The objective is met while it stays at or below {{threshold}}. Interpolated within the buckets of the histogram.',
    percentileStep:
      'Each point is of the {{step}} before it; the query is of {{window}}.',
    incidentCost_events:
      'Share of the budget: bad events from five minutes before the incident was triggered until it was resolved ÷ (events of the window × (1 − objective)).',
    incidentCost_samples:
      'Share of the budget: bad samples from five minutes before the incident was triggered until it was resolved ÷ (samples of the window × (1 − objective)).',
    incidentCostOpen: 'It is reckoned once the incident is over.',
    age: 'as of {{age}} ago',
  },
  alerts: {
    title: 'Burn-rate alerts',
    severity: 'Alert',
    long: 'Long window',
    short: 'Short window',
    limit: 'Limit',
    state: 'State',
    since: 'since',
    page: 'page',
    ticket: 'ticket',
    lowered: 'lowered from {{from}}: this objective cannot burn faster',
    offReason: 'an objective of {{objective}} cannot burn {{factor}} too fast',
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
    bad_events: 'Bad events',
    bad_samples: 'Bad samples',
    total_events: 'Events',
    total_samples: 'Samples',
    errorsTitle_events: 'Errors and traffic',
    errorsTitle_samples: 'Share of bad samples',
    trafficTitle: 'Traffic in events per second',
    errorRatio: 'Error ratio',
    perSecond: 'Traffic',
    errorsDescription:
      'Error ratio from {{from}} to {{to}}: at most {{highest}}, allowed {{allowed}}.',
    allowedCaption:
      'Dashed: the error ratio that spends exactly the budget, {{allowed}}.',
    noTraffic: 'No traffic in this range, so there is no error ratio.',
    time: 'Time',
    showTable: 'Show as table',
    showChart: 'Show as chart',
    range: 'Range of the charts',
    empty: 'No history in this range yet. It is collected hour by hour.',
    noReading: 'not read',
  },
  incidents: {
    label: 'Incidents and what they took of the budget',
    number: 'No.',
    incident: 'Incident',
    began: 'Began',
    lasted: 'Lasted',
    cost: 'Of the budget',
    open: 'open',
  },
  latency: {
    title: 'Latency, {{percentile}}',
    show: 'Show chart',
    hide: 'Hide chart',
    closed:
      '{{percentile}} over time, beside the threshold of {{threshold}}. It is read from the source when it is opened.',
    empty: 'No latencies could be read for this range.',
    threshold: 'Threshold',
    caption: 'The line across is the threshold of the objective.',
    description:
      '{{percentile}} from {{from}} to {{to}}: {{last}} at the end, threshold {{threshold}}.',
  },
  window: {
    this_1d: 'today',
    this_1w: 'this week',
    this_1M: 'this month',
    this_1Q: 'this quarter',
    this_1Y: 'this year',
    thisPeriod: 'this period of {{duration}}',
    each_1d: 'each day',
    each_1w: 'each week',
    each_1M: 'each month',
    each_1Q: 'each quarter',
    each_1Y: 'each year',
    eachPeriod: 'each period of {{duration}}',
    period: 'From {{from}} to {{to}} in {{zone}}; resets on {{reset}}.',
  },
  whatIf: {
    button: 'What if…',
    title: 'What if the target or the window were different?',
    target: 'Target in %',
    window: 'Window',
    ownWindow: '{{window}} (as it is)',
    wrong: 'A percentage above 0 and below 100',
    same: 'Change the target or the window: the same events are judged by it.',
    latency:
      'The latency threshold cannot be changed here: what is stored is how many requests were slower than {{threshold}}, not how slow they were.',
    label: 'What is beside what would be',
    present: 'As it is',
    other: 'What if',
    alerts: 'Alerts above',
    pair: '{{severity}} {{long}}/{{short}} {{factor}}',
    pairOff: '{{severity}} {{long}}/{{short}} off',
    noAlerts: 'none: too short a window',
    met: 'With a target of {{target}} over {{window}}, {{remaining}} of the error budget would be left (as it is: {{present}}).',
    missed:
      'With a target of {{target}} over {{window}}, the error budget would be overspent: {{remaining}} left (as it is: {{present}}).',
    unknown:
      'What a target of {{target}} over {{window}} would say is not known: too little has been read.',
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
    byDocument: 'Defined by document “{{name}}” in',
    byEntity: 'Defined by catalog entity “{{name}}”,',
    source: 'Read from {{type}} “{{name}}”.',
    query_total_events: 'All events, {{window}}',
    query_total_samples: 'All samples, {{window}}',
    query_bad_events: 'Bad events, {{window}}',
    query_bad_samples: 'Bad samples, {{window}}',
    query_error_ratio: 'Error ratio, {{window}}',
    query_percentile: '{{percentile}} in seconds, {{window}}',
    copyQuery: 'Copy query',
    window: 'Window of the queries',
  },
  openRunbook: 'Open runbook',
  empty: {
    title: 'No objectives yet',
    sentence:
      'Here would be how reliable this is against its objectives, how much error budget is left and how fast it is being spent.',
    template:
      'For all services at once: a template in app-config.yaml covers every entity its filter matches.',
    selector:
      'The template finds the metrics by the name of the entity. If they carry another label, narrow them down in catalog-info.yaml:',
    annotation:
      'For this one alone: name an OpenSLO document in catalog-info.yaml, relative to it.',
    document: 'The least that such a document says, here in slos.yaml:',
    entity:
      'This document has not been read yet, or says nothing that can be measured. Documents in the catalog are read every few minutes.',
  },
  card: {
    worst: '{{slo}}: {{word}}',
    count_one: '1 objective',
    count_other: 'the worst of {{count}} objectives',
    problems_one: '1 problem with the definitions',
    problems_other: '{{count}} problems with the definitions',
    empty: 'No objectives yet',
  },
} as const;
