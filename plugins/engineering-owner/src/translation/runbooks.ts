/** Sentences and words of the Runbooks tab and card. */
export const runbookMessages = {
  cardTitle: 'Runbooks',
  clause: {
    fires: 'is firing for {{age}}',
    fired: 'was firing when alerts were last read ({{asOf}})',
  },
  headline: {
    firing: '{{alert}} {{fires}}. Its runbook is “{{runbook}}”.',
    firing_outside: '{{alert}} {{fires}}. Its runbook is outside this list.',
    firing_without_runbook: '{{alert}} {{fires}} and has no runbook.',
    attention_one: '1 runbook needs attention: “{{runbook}}”, {{state}}.',
    attention_other:
      '{{count}} runbooks need attention, first “{{runbook}}”: {{state}}.',
    alerts_without_runbook_one: '1 alert has no runbook.',
    alerts_without_runbook_other: '{{count}} alerts have no runbook.',
    pending: 'Not read yet. The first read takes a minute or two.',
    none: 'There is no runbook yet.',
    unchecked_one: 'The runbook could not be checked from here.',
    unchecked_other: '{{count}} runbooks could not be checked from here.',
    fresh_one: 'The runbook is fresh.',
    fresh_other: 'All {{count}} runbooks are fresh.',
    alerts_stale:
      'Whether a runbook is needed now is not known: alerts were last read {{asOf}}. All runbooks are fresh.',
    alerts_never:
      'Whether a runbook is needed now is not known: alerts have never been read. All runbooks are fresh.',
  },
  state: {
    missing: 'missing',
    dead_link: 'dead link',
    test_failed: 'test failed',
    untested: 'untested',
    review_overdue: 'review overdue',
    owner_changed: 'owner changed',
    unchecked: 'not checked',
    fresh: 'fresh',
  },
  todo: {
    missing: 'Nothing is there. Write it, or remove the reference.',
    dead_link: 'The address leads nowhere. Correct it where it was found.',
    test_failed: 'The last drill failed. Correct the steps and drill again.',
    untested:
      'Nobody has tried it yet. Drill it and write the date into its front matter (last_tested_on).',
    review_overdue:
      'Read it, correct it, and write the date into its front matter (last_reviewed_on).',
    owner_changed:
      'It names another owner than this entity has. Have the new owner review it.',
    unchecked:
      'It stands where this portal may not read, so nothing can be said about it.',
    fresh: 'Reviewed and tested in time.',
  },
  list: {
    title_one: '1 runbook',
    title_other: '{{count}} runbooks',
    label: 'Runbooks, worst first',
    reviewed: 'reviewed {{date}}',
    neverReviewed: 'review date not known',
    tested: 'tested {{date}}',
    neverTested: 'not tested',
    alerts_one: 'covers 1 alert',
    alerts_other: 'covers {{count}} alerts',
    noAlerts: 'covers no alert',
    firing: 'firing now',
  },
  document: {
    source: 'Open source',
    owner: 'owner {{owner}}',
    severity: 'severity {{severity}}',
    reviewDue: 'review due {{date}}',
    testDue: 'test due {{date}}',
    unreadable: 'It could not be read here; open it at its source.',
    firingNow: '{{alert}} {{fires}}',
    foundIn: 'Found in',
    origin: {
      annotation: 'annotation {{annotation}} of {{entity}}',
      link: 'link “{{title}}” of {{entity}}',
      link_untitled: 'a link of {{entity}}',
      alert_rule: 'alerting rule {{alert}}',
    },
    covers: 'covers {{alerts}}',
  },
  uncovered: {
    title: 'Alerts without a runbook',
    todo: 'Name one in the alerting rule (annotation runbook_url), or list the alert in the front matter of a runbook:',
  },
  empty: {
    title: 'No runbooks yet',
    sentence:
      'Here would be what to do when this breaks: one Markdown file per failure or alert, with how fresh and how well tested it is.',
    add: 'Name the files in catalog-info.yaml, relative to it, or as addresses:',
    front:
      'Each file may begin with front matter that says what it covers and when it was checked:',
  },
  card: {
    empty: 'No runbooks yet',
    worst: '{{runbook}}: {{state}}',
    uncovered_one: '1 alert without',
    uncovered_other: '{{count}} alerts without',
    allFresh_one: '1 runbook, fresh',
    allFresh_other: '{{count}} runbooks, all fresh',
  },
} as const;
