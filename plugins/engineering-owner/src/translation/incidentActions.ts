/** Sentences and words of what people do about incidents. */
export const incidentActionMessages = {
  acknowledge: 'Acknowledge',
  resolve: 'Resolve',
  annotate: 'Add note',
  trigger: 'Page the on-call',
  cancel: 'Cancel',
  label: {
    acknowledge: 'Acknowledge: {{title}}',
    resolve: 'Resolve: {{title}}',
    annotate: 'Add note: {{title}}',
  },
  note: { resolve: 'Note (optional)', annotate: 'Note' },
  noteHelp: {
    resolve: 'It goes into the incident’s log, in your name.',
    annotate: 'It goes to the incident, in your name.',
  },
  done: {
    acknowledge: 'Acknowledged: {{title}}',
    resolve: 'Resolved: {{title}}',
    annotate: 'Note added: {{title}}',
    trigger: 'Paged: {{title}}',
  },
  unconfirmed:
    'This was done, but could not be read again; the next read, within two minutes, shows how it stands: {{title}}',
  failed: {
    notDone: 'This was not done. {{reason}}',
    unknown: 'It is not known whether this was done: look first. {{reason}}',
    unreachable:
      'The portal’s backend did not answer, so it is not known whether this was done: look at the incident, then try again. ({{reason}})',
  },
  not: {
    users_only:
      'Only people may act on incidents: sign in as yourself, not as a program.',
    permission:
      'You may not act on incidents of this entity. Its owners may; an administrator can give you the permission engineering-owner.incident.act.',
    undecided:
      'Whether you may act could not be found out just now. Try again in a minute; if it stays, tell an administrator.',
    no_user:
      'You are not in the catalog as a User, so {{vendor}} cannot be told who acts. An administrator can add you.',
    no_email:
      'Your User in the catalog has no e-mail address, by which {{vendor}} knows you. Have spec.profile.email added.',
    no_service:
      'This entity names no {{vendor}} service that there is. Name one in the annotation pagerduty.com/service-id.',
    read_only:
      'This portal only reads from this {{vendor}} account. Act in {{vendor}} itself; an administrator can allow changes (writes).',
    refused:
      '{{vendor}} refused a change a few minutes ago: you may not act there, or the portal’s token may only read. Act in {{vendor}} itself, or ask an administrator.',
    other: 'You may not act on this ({{reason}}).',
  },
  page: {
    submit: 'Page now',
    title: 'What is wrong, in one line',
    details: 'Details (optional)',
    service: 'Service',
    urgency: 'Urgency',
    urgencies: { high: 'high: wake them up', low: 'low: it can wait' },
    priority: 'Priority',
    noPriority: 'none',
    prioritiesFailed:
      'Priorities could not be read; you can page without. ({{reason}})',
    who: 'This pages {{people}}, level {{level}} of “{{policy}}”.',
    nobody:
      'Nobody is on call at any level of “{{policy}}”: this pages nobody.',
    whoUnknown: 'Who this pages is not known right now.',
    noService: '{{action}} (no on-call service named)',
    notFound: '{{action}} (the service “{{id}}” does not exist)',
    notConfigured: '{{action}} (no on-call system is connected)',
    loading: '{{action}} …',
  },
  banner: {
    label: 'Open incidents',
    open: 'Open',
    openLabel: 'Open: {{title}}',
    waiting_one: '1 open incident, not acknowledged for {{age}}:',
    waiting_other:
      '{{count}} open incidents, the worst not acknowledged for {{age}}:',
    low_one: '1 open incident of low urgency, not acknowledged for {{age}}:',
    low_other:
      '{{count}} open incidents, none of high urgency waits, the first of low urgency for {{age}}:',
    worked_one: '1 open incident, being worked on for {{age}}:',
    worked_other: '{{count}} open incidents, the worst for {{age}}:',
    first: '(first triggered {{at}})',
    stale: '(last read {{asOf}})',
  },
} as const;
