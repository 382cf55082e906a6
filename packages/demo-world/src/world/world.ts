/**
 * The cast of the demo: who exists, what they own and what happens to it.
 *
 * Every other part of the demo world (metrics, history, alerting rules, the
 * PagerDuty simulator, the example catalog and its tests) reads from here, so
 * the stories agree with each other.
 */

/** What happens to a service. The README of this package tells each story. */
export type Story =
  | 'healthy'
  | 'fast-burn'
  | 'slow-burn'
  | 'exhausted'
  | 'recovered'
  | 'latency'
  | 'low-traffic'
  | 'no-traffic'
  | 'never-an-error'
  | 'not-instrumented'
  | 'new'
  | 'pods-replaced'
  | 'mistyped-label'
  | 'on-call-gap'
  | 'stale-runbooks'
  | 'owner-left';

export interface DemoPerson {
  /** `metadata.name` of the User entity. */
  name: string;
  displayName: string;
  email: string;
  /** PagerDuty user id; absent for people PagerDuty does not know. */
  pagerdutyId?: string;
  timeZone: string;
  memberOf: string[];
  /** False for someone who left: PagerDuty still knows them, the catalog does not. */
  inCatalog: boolean;
}

export interface DemoTeam {
  /** `metadata.name` of the Group entity. */
  name: string;
  displayName: string;
  pagerduty: { teamId: string; policyId: string };
  /** Primary and secondary rotations: schedule id and people in turn order. */
  rotations: Array<{ scheduleId: string; name: string; people: string[] }>;
  /** Last level of the escalation policy: always on call. */
  lead: string;
}

export interface DemoSystem {
  name: string;
  title: string;
  domain: 'commerce' | 'operations';
  owner: string;
  /** Inherited by components that name nobody. */
  primary?: string;
  deputy?: string;
  tier?: '1' | '2' | '3' | '4';
}

export interface DemoService {
  /** `metadata.name` of the Component and value of the metric label `service`. */
  name: string;
  title: string;
  description: string;
  story: Story;
  system: string;
  owner: string;
  primary?: string;
  deputy?: string;
  tier: '1' | '2' | '3' | '4';
  /** Several ids are allowed; checkout has two. */
  pagerdutyServiceIds: string[];
  /** Escalation policy when it is not the team's own. */
  policyId?: string;
  /** Mean requests per second of an ordinary hour. */
  requestsPerSecond: number;
}

export const people: DemoPerson[] = [
  {
    name: 'maya.okafor',
    displayName: 'Maya Okafor',
    email: 'maya.okafor@parcel.example',
    pagerdutyId: 'PMAYAOK',
    timeZone: 'Europe/London',
    memberOf: ['team-storefront'],
    inCatalog: true,
  },
  {
    name: 'jonas.lindqvist',
    displayName: 'Jonas Lindqvist',
    email: 'jonas.lindqvist@parcel.example',
    pagerdutyId: 'PJONASL',
    timeZone: 'Europe/Stockholm',
    memberOf: ['team-storefront'],
    inCatalog: true,
  },
  {
    name: 'priya.raman',
    displayName: 'Priya Raman',
    email: 'priya.raman@parcel.example',
    pagerdutyId: 'PPRIYAR',
    timeZone: 'Asia/Kolkata',
    memberOf: ['team-storefront'],
    inCatalog: true,
  },
  {
    name: 'tomas.rivera',
    displayName: 'Tomás Rivera',
    email: 'tomas.rivera@parcel.example',
    pagerdutyId: 'PTOMASR',
    timeZone: 'America/Mexico_City',
    memberOf: ['team-payments'],
    inCatalog: true,
  },
  {
    name: 'wei.chen',
    displayName: 'Wei Chen',
    email: 'wei.chen@parcel.example',
    pagerdutyId: 'PWEICHE',
    timeZone: 'Asia/Singapore',
    memberOf: ['team-payments'],
    inCatalog: true,
  },
  {
    name: 'hannah.vogel',
    displayName: 'Hannah Vogel',
    email: 'hannah.vogel@parcel.example',
    pagerdutyId: 'PHANNAV',
    timeZone: 'Europe/Berlin',
    memberOf: ['team-payments'],
    inCatalog: true,
  },
  {
    name: 'luca.moretti',
    displayName: 'Luca Moretti',
    email: 'luca.moretti@parcel.example',
    pagerdutyId: 'PLUCAMO',
    timeZone: 'Europe/Rome',
    memberOf: ['team-fulfilment'],
    inCatalog: true,
  },
  {
    name: 'aisha.bello',
    displayName: 'Aisha Bello',
    email: 'aisha.bello@parcel.example',
    pagerdutyId: 'PAISHAB',
    timeZone: 'Africa/Lagos',
    memberOf: ['team-fulfilment'],
    inCatalog: true,
  },
  {
    name: 'noah.fischer',
    displayName: 'Noah Fischer',
    email: 'noah.fischer@parcel.example',
    pagerdutyId: 'PNOAHFI',
    timeZone: 'America/New_York',
    memberOf: ['team-identity'],
    inCatalog: true,
  },
  {
    name: 'emi.sato',
    displayName: 'Emi Sato',
    email: 'emi.sato@parcel.example',
    pagerdutyId: 'PEMISAT',
    timeZone: 'Asia/Tokyo',
    memberOf: ['team-identity'],
    inCatalog: true,
  },
  {
    name: 'erik.dahl',
    displayName: 'Erik Dahl',
    email: 'erik.dahl@parcel.example',
    pagerdutyId: 'PERIKDA',
    timeZone: 'Europe/Oslo',
    memberOf: ['team-identity'],
    inCatalog: false,
  },
  {
    name: 'sam.reader',
    displayName: 'Sam Reader',
    email: 'sam.reader@parcel.example',
    timeZone: 'Europe/Dublin',
    memberOf: ['product'],
    inCatalog: true,
  },
];

export const teams: DemoTeam[] = [
  {
    name: 'team-storefront',
    displayName: 'Storefront',
    pagerduty: { teamId: 'PTSTORE', policyId: 'PPSTORE' },
    rotations: [
      {
        scheduleId: 'PSSTOR1',
        name: 'Storefront primary',
        people: ['maya.okafor', 'jonas.lindqvist', 'priya.raman'],
      },
      {
        scheduleId: 'PSSTOR2',
        name: 'Storefront secondary',
        people: ['priya.raman', 'maya.okafor', 'jonas.lindqvist'],
      },
    ],
    lead: 'jonas.lindqvist',
  },
  {
    name: 'team-payments',
    displayName: 'Payments',
    pagerduty: { teamId: 'PTPAYMT', policyId: 'PPPAYMT' },
    rotations: [
      {
        scheduleId: 'PSPAYM1',
        name: 'Payments primary',
        people: ['tomas.rivera', 'wei.chen', 'hannah.vogel'],
      },
      {
        scheduleId: 'PSPAYM2',
        name: 'Payments secondary',
        people: ['hannah.vogel', 'tomas.rivera', 'wei.chen'],
      },
    ],
    lead: 'hannah.vogel',
  },
  {
    name: 'team-fulfilment',
    displayName: 'Fulfilment',
    pagerduty: { teamId: 'PTFULFI', policyId: 'PPFULFI' },
    rotations: [
      {
        scheduleId: 'PSFULF1',
        name: 'Fulfilment primary',
        people: ['luca.moretti', 'aisha.bello'],
      },
      {
        scheduleId: 'PSFULF2',
        name: 'Fulfilment secondary',
        people: ['aisha.bello', 'luca.moretti'],
      },
    ],
    lead: 'luca.moretti',
  },
  {
    name: 'team-identity',
    displayName: 'Identity',
    pagerduty: { teamId: 'PTIDENT', policyId: 'PPIDENT' },
    rotations: [
      {
        scheduleId: 'PSIDEN1',
        name: 'Identity primary',
        people: ['noah.fischer', 'emi.sato'],
      },
      {
        scheduleId: 'PSIDEN2',
        name: 'Identity secondary',
        people: ['emi.sato', 'noah.fischer'],
      },
    ],
    lead: 'noah.fischer',
  },
];

/**
 * The policy of warehouse-sync: its second-level schedule has nobody for two
 * days of the coming week, which is that service's story.
 */
export const gapPolicy = {
  policyId: 'PPWAREH',
  name: 'Warehouse sync',
  team: 'team-fulfilment',
  scheduleId: 'PSWARE2',
};

export const systems: DemoSystem[] = [
  {
    name: 'storefront',
    title: 'Storefront',
    domain: 'commerce',
    owner: 'team-storefront',
    primary: 'jonas.lindqvist',
    deputy: 'priya.raman',
    tier: '1',
  },
  {
    name: 'payments',
    title: 'Payments',
    domain: 'commerce',
    owner: 'team-payments',
    primary: 'hannah.vogel',
    deputy: 'wei.chen',
    tier: '1',
  },
  {
    name: 'fulfilment',
    title: 'Fulfilment',
    domain: 'operations',
    owner: 'team-fulfilment',
    primary: 'luca.moretti',
    tier: '2',
  },
  {
    name: 'identity',
    title: 'Identity',
    domain: 'operations',
    owner: 'team-identity',
    tier: '2',
  },
];

export const services: DemoService[] = [
  {
    name: 'checkout',
    title: 'Checkout',
    description: 'Turns a cart into an order and takes the payment.',
    story: 'fast-burn',
    system: 'storefront',
    owner: 'team-storefront',
    primary: 'maya.okafor',
    deputy: 'jonas.lindqvist',
    tier: '1',
    pagerdutyServiceIds: ['PCHKOUT', 'PCHKWEB'],
    requestsPerSecond: 40,
  },
  {
    name: 'catalog-search',
    title: 'Catalog search',
    description: 'Full-text search over the product catalog.',
    story: 'healthy',
    system: 'storefront',
    owner: 'team-storefront',
    primary: 'priya.raman',
    deputy: 'maya.okafor',
    tier: '1',
    pagerdutyServiceIds: ['PSEARCH'],
    requestsPerSecond: 55,
  },
  {
    name: 'product-pages',
    title: 'Product pages',
    description: 'Renders product pages and their prices.',
    story: 'slow-burn',
    system: 'storefront',
    owner: 'team-storefront',
    tier: '2',
    pagerdutyServiceIds: ['PPRODPG'],
    requestsPerSecond: 70,
  },
  {
    name: 'cart',
    title: 'Cart',
    description: 'Keeps what shoppers intend to buy.',
    story: 'exhausted',
    system: 'storefront',
    owner: 'team-storefront',
    primary: 'maya.okafor',
    deputy: 'maya.okafor',
    tier: '1',
    pagerdutyServiceIds: ['PCARTSV'],
    requestsPerSecond: 30,
  },
  {
    name: 'recommendations',
    title: 'Recommendations',
    description: 'Suggests what else a shopper may like.',
    story: 'latency',
    system: 'storefront',
    owner: 'team-storefront',
    primary: 'jonas.lindqvist',
    deputy: 'priya.raman',
    tier: '3',
    pagerdutyServiceIds: ['PRECOMM'],
    requestsPerSecond: 25,
  },
  {
    name: 'payments-gateway',
    title: 'Payments gateway',
    description: 'Talks to banks and card networks.',
    story: 'recovered',
    system: 'payments',
    owner: 'team-payments',
    primary: 'tomas.rivera',
    deputy: 'wei.chen',
    tier: '1',
    pagerdutyServiceIds: ['PPAYGWY'],
    requestsPerSecond: 22,
  },
  {
    name: 'fraud-check',
    title: 'Fraud check',
    description: 'Scores payments before they are taken.',
    story: 'never-an-error',
    system: 'payments',
    owner: 'team-payments',
    primary: 'wei.chen',
    deputy: 'hannah.vogel',
    tier: '2',
    pagerdutyServiceIds: ['PFRAUDC'],
    requestsPerSecond: 20,
  },
  {
    name: 'gift-cards',
    title: 'Gift cards',
    description: 'Sells and redeems gift cards.',
    story: 'low-traffic',
    system: 'payments',
    owner: 'team-payments',
    tier: '3',
    pagerdutyServiceIds: ['PGIFTCD'],
    requestsPerSecond: 0.004,
  },
  {
    name: 'invoice-export',
    title: 'Invoice export',
    description: 'Sends invoices to the accounting system every night.',
    story: 'not-instrumented',
    system: 'payments',
    owner: 'team-payments',
    tier: '4',
    pagerdutyServiceIds: [],
    requestsPerSecond: 0,
  },
  {
    name: 'loyalty',
    title: 'Loyalty',
    description: 'Collects and spends loyalty points.',
    story: 'new',
    system: 'payments',
    owner: 'team-payments',
    primary: 'hannah.vogel',
    tier: '3',
    pagerdutyServiceIds: ['PLOYALT'],
    requestsPerSecond: 12,
  },
  {
    name: 'shipping-quotes',
    title: 'Shipping quotes',
    description: 'Asks carriers what a parcel costs.',
    story: 'pods-replaced',
    system: 'fulfilment',
    owner: 'team-fulfilment',
    primary: 'aisha.bello',
    deputy: 'luca.moretti',
    tier: '2',
    pagerdutyServiceIds: ['PSHIPQT'],
    requestsPerSecond: 18,
  },
  {
    name: 'label-printer',
    title: 'Label printer',
    description: 'Prints shipping labels in the warehouses.',
    story: 'mistyped-label',
    system: 'fulfilment',
    owner: 'team-fulfilment',
    tier: '3',
    pagerdutyServiceIds: ['PLABELP'],
    requestsPerSecond: 9,
  },
  {
    name: 'warehouse-sync',
    title: 'Warehouse sync',
    description: 'Keeps stock levels equal everywhere.',
    story: 'on-call-gap',
    system: 'fulfilment',
    owner: 'team-fulfilment',
    primary: 'luca.moretti',
    deputy: 'aisha.bello',
    tier: '2',
    pagerdutyServiceIds: ['PWAREHS'],
    policyId: 'PPWAREH',
    requestsPerSecond: 14,
  },
  {
    name: 'returns',
    title: 'Returns',
    description: 'Takes goods back and refunds them.',
    story: 'no-traffic',
    system: 'fulfilment',
    owner: 'team-fulfilment',
    tier: '3',
    pagerdutyServiceIds: ['PRETURN'],
    requestsPerSecond: 5,
  },
  {
    name: 'login',
    title: 'Login',
    description: 'Signs shoppers in.',
    story: 'stale-runbooks',
    system: 'identity',
    owner: 'team-identity',
    primary: 'noah.fischer',
    deputy: 'emi.sato',
    tier: '1',
    pagerdutyServiceIds: ['PLOGINS'],
    requestsPerSecond: 28,
  },
  {
    name: 'profile',
    title: 'Profile',
    description: 'Names, addresses and preferences of shoppers.',
    story: 'owner-left',
    system: 'identity',
    owner: 'team-identity',
    primary: 'erik.dahl',
    deputy: 'emi.sato',
    tier: '3',
    pagerdutyServiceIds: ['PPROFIL'],
    requestsPerSecond: 16,
  },
];

/** The service to look at first: it is burning its budget right now. */
export const fastBurner = 'checkout';
