/** Sentences and words of the Owner tab and card. */
export const ownershipMessages = {
  cardTitle: 'Engineering owner',
  headline: {
    more_one: '{{problem}} 1 more problem.',
    more_other: '{{problem}} {{count}} more problems.',
    both: '{{primary}} owns this, {{deputy}} is the deputy.',
    primary: '{{primary}} owns this.',
    group: '{{owner}} owns this.',
    escalation_stale: '{{sentence}} Who is called was last read {{asOf}}.',
    unread:
      'Not read from the catalog yet. That takes a few minutes after registration.',
  },
  roles: {
    title: 'Who is accountable',
    owner: 'Owning group',
    ownerUser: 'Owner',
    primary: 'Engineering owner',
    deputy: 'Deputy',
    nobody: 'nobody',
    inherited: 'inherited from {{entity}}',
    notFound: 'not in the catalog, or you may not see it',
  },
  facts: {
    title: 'Responsibility',
    boundary: 'Boundary',
    tier: 'Tier',
    pattern: 'Pattern',
    inherited: '(inherited from {{entity}})',
    notStated: 'not stated',
    tiers: {
      tier1: '1, critical',
      tier2: '2, important',
      tier3: '3, useful',
      tier4: '4, minor',
    },
    patterns: {
      'service-first': 'service first: one owner per service',
      'product-squad': 'product squad: the team owns its product’s services',
      'platform-adjacent': 'platform adjacent: split with a platform team',
      'shared-steward': 'shared steward: one steward, many contributors',
      gitops: 'GitOps: ownership follows the deployment repository',
      'serverless-hybrid':
        'serverless hybrid: code and cloud resources together',
    },
  },
  escalation: {
    title: 'Escalation',
    level: 'Level {{level}}',
    none: 'No escalation policy is known. It comes with an on-call service.',
    nobody: 'nobody',
  },
  problems: {
    title_zero: 'Problems',
    title_one: '1 problem',
    title_other: '{{count}} problems, worst first',
    none: 'No problems found.',
    fixIn: 'How to fix it, in catalog-info.yaml of {{entity}}:',
    fix: 'How to fix it, in catalog-info.yaml:',
  },
  problem: {
    pagerduty_integration_key_in_catalog:
      'A PagerDuty integration key stands in the catalog.',
    owner_missing: 'No owning group is named.',
    owner_not_found: 'The owner “{{value}}” is not in the catalog.',
    role_missing_primary: 'Nobody is the engineering owner.',
    role_missing_deputy: 'There is no deputy.',
    role_ref_invalid:
      '“{{value}}” in {{annotation}} is not an entity reference.',
    role_kind_not_allowed:
      '“{{value}}” in {{annotation}} is a {{kind}}; a role is held by a User or a Group.',
    role_not_found_primary:
      'The engineering owner “{{holder}}” is not in the catalog.',
    role_not_found_deputy: 'The deputy “{{holder}}” is not in the catalog.',
    deputy_is_primary: '“{{holder}}” is both engineering owner and deputy.',
    pagerduty_service_id_invalid:
      '“{{value}}” in {{annotation}} is not a PagerDuty service id.',
    document_location_invalid: '“{{value}}” in {{annotation}} cannot be read.',
    annotation_not_text: '{{annotation}} is a {{found}}, not text.',
    annotation_too_long:
      '{{annotation}} has {{length}} characters; at most {{maxLength}} are read.',
    role_not_in_owner_group:
      '“{{holder}}” is not a member of the owning group “{{owner}}”.',
    role_not_on_escalation_policy:
      '“{{holder}}” is on no level of the escalation policy.',
    tier_unknown: 'The tier “{{value}}” is unknown.',
    pattern_unknown: 'The pattern “{{value}}” is unknown.',
    boundary_not_http:
      'The boundary “{{value}}” is not an address a browser can open safely.',
    annotation_empty: '{{annotation}} is empty.',
    annotation_unknown: '{{annotation}} means nothing to these plugins.',
  },
  why: {
    pagerduty_integration_key_in_catalog:
      'Everybody who can read the catalog can raise incidents with it. Replace the key in PagerDuty.',
    owner_missing:
      'Without a group, nobody gets the questions, the alerts and the bills.',
    owner_not_found: 'A group that does not exist answers no questions.',
    role_missing_primary:
      'A group owns, but a person decides. Without one, decisions wait.',
    role_missing_deputy:
      'When the engineering owner is away, nobody can decide.',
    role_ref_invalid: 'It counts as if nobody were named.',
    role_kind_not_allowed: 'It counts as if nobody were named.',
    role_not_found: 'Whoever it was may have left; nobody holds the role now.',
    deputy_is_primary: 'One person cannot stand in for themselves.',
    pagerduty_service_id_invalid:
      'Without the service, neither incidents nor who is on call can be shown.',
    document_location_invalid: 'The document is left out.',
    annotation_not_text:
      'The catalog takes text only, so the value may be lost.',
    annotation_too_long: 'The value is left out.',
    role_not_in_owner_group:
      'The person may have changed teams and no longer follow what happens here.',
    role_not_on_escalation_policy:
      'Whoever answers for it is never called when it breaks.',
    tier_unknown: 'Without a tier nobody knows how urgent its problems are.',
    pattern_unknown: 'The checks that depend on the pattern are left out.',
    boundary_not_http: 'It is not shown as a link.',
    annotation_empty: 'It counts as absent.',
    annotation_unknown:
      'It may be a mistyped annotation, and then what was meant has no effect.',
  },
  empty: {
    title: 'No owner yet',
    sentence:
      'Here would be who is accountable: the owning group, the engineering owner and a deputy, with what is inside their responsibility.',
  },
  card: {
    noPrimary: 'no engineering owner',
    deputy: 'deputy {{deputy}}',
    problems_one: '1 problem',
    problems_other: '{{count}} problems',
  },
} as const;
