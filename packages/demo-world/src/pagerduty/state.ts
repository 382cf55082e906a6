import { Account, buildAccount } from './account/account';
import { Authentication, OAuthClient } from './http/authentication';
import { Faults } from './http/faults';
import { RateLimit } from './http/rateLimit';
import { RequestCounts } from './http/requestCounts';
import { Cast } from './history/cast';
import { plannedHistory } from './history/history';
import { LiveIncidents } from './history/liveIncidents';
import { IncidentEvent } from './incidents/event';
import { IncidentLog } from './incidents/incidentLog';
import { Roster } from './onCall/roster';
import { Truth } from './truth/truth';

/** The one webhook subscription that the simulated account may have. */
export interface WebhookTarget {
  url: string;
  secret: string;
}

/** How to make a simulated account; every part has a default. */
export interface PagerDutyStateOptions {
  /** The time in the account; defaults to the real one. */
  clock?: () => Date;
  /** The same seed and start time give the same account. */
  seed?: string;
  /** The API token that is let in; defaults to `demo`. */
  token?: string;
  /** Defaults to `demo-client` and `demo-secret`. */
  oauthClient?: OAuthClient;
  /** Milliseconds between incidents that open while it runs; off when absent. */
  liveEvery?: number;
  /** Defaults to the demo's. */
  account?: Account;
  /** Incidents of the past 90 days, or others; defaults to true. */
  history?: boolean | ((cast: Cast) => IncidentEvent[]);
  webhook?: WebhookTarget;
}

/** A simulated PagerDuty account: what it knows and how it misbehaves. */
export interface PagerDutyState {
  readonly account: Account;
  readonly roster: Roster;
  readonly log: IncidentLog;
  readonly truth: Truth;
  readonly faults: Faults;
  readonly requests: RequestCounts;
  readonly rateLimit: RateLimit;
  readonly authentication: Authentication;
  readonly webhook: WebhookTarget | undefined;
  /** When the account was made, epoch milliseconds. */
  readonly startedAt: number;
  /** Lets happen what is due and answers the time, epoch milliseconds. */
  now(): number;
  /** An id for an event that somebody causes now. */
  nextKey(): string;
  /** Opens an incident as monitoring would, at once. */
  trigger(opening: {
    serviceId: string;
    title: string;
    urgency: 'high' | 'low';
  }): string;
  /** Plans events of a script; they happen when their time comes. */
  plan(events: readonly IncidentEvent[]): void;
}

/** Makes a simulated account with its history. */
export function createPagerDutyState(
  options: PagerDutyStateOptions = {},
): PagerDutyState {
  const clock = options.clock ?? (() => new Date());
  const seed = options.seed ?? 'demo';
  const startedAt = clock().getTime();
  const { account = buildAccount(), history = true } = options;
  const roster = new Roster(account, startedAt);
  const log = new IncidentLog();
  const live = new LiveIncidents({
    account,
    roster,
    seed,
    startedAt,
    every: options.liveEvery,
  });
  const authentication = new Authentication(
    options.token ?? 'demo',
    options.oauthClient ?? {
      clientId: 'demo-client',
      clientSecret: 'demo-secret',
    },
  );
  if (history) {
    const write = history === true ? plannedHistory : history;
    log.plan(write({ account, roster, seed, startedAt }));
  }
  const now = () => {
    const at = clock().getTime();
    log.plan(live.due(at));
    log.advance(at);
    return at;
  };
  let keys = 0;
  const nextKey = () => {
    keys += 1;
    return `${seed}/written/${startedAt}/${keys}`;
  };
  now();
  return {
    account,
    roster,
    log,
    truth: new Truth(account, roster, log, now),
    faults: new Faults(() => authentication.expireAll()),
    requests: new RequestCounts(),
    rateLimit: new RateLimit(),
    authentication,
    webhook: options.webhook,
    startedAt,
    now,
    nextKey,
    trigger: opening => {
      const script = live.script({ ...opening, key: nextKey(), at: now() });
      log.plan(script.events);
      now();
      return script.id;
    },
    plan: events => {
      log.plan(events);
      now();
    },
  };
}
