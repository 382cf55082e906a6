/** Sentences that every tab uses. */
export const sharedMessages = {
  loading: 'Loading',
  failed: {
    sentence: 'This could not be read: {{reason}}',
    notFound:
      'The backend does not know this entity yet, or you may not see it. An entity that was just registered appears within a few minutes.',
    retry: 'Try again',
  },
  freshness: {
    asOf: 'as of {{age}} ago',
    never: 'not read yet',
    stale: '{{asOf}} – {{reason}}',
    unreachable: 'the portal’s backend does not answer: {{reason}}',
  },
  lost: 'How it stands now is not known, {{reason}}. Read {{age}} ago: {{sentence}}',
  section: {
    stale: '{{source}} has not answered since {{since}}',
    staleNever: '{{source}} has never answered',
    reason: '{{sentence}} ({{reason}})',
    pending:
      '{{source}} has not been read yet. The first read takes a minute or two.',
    notConfigured:
      'No source is configured for this. An administrator adds one in app-config.yaml.',
  },
  copy: 'Copy',
  copied: 'Copied',
  copyable: 'Text to copy',
  vendorLink: 'Open in {{vendor}}',
  page: {
    rows: '{{from}}–{{to}} of {{total}}',
    next: 'Next page',
    previous: 'Previous page',
  },
  problems: 'What is wrong with the set-up',
  add: 'Add this to catalog-info.yaml',
  unknown: 'not known',
} as const;
