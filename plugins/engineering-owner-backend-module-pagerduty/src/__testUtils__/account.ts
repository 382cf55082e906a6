import { Account } from '../config/Account';
import { Timekeeper } from '../client/Timekeeper';

/** An account with the simulator's token. */
export function testAccount(rest: Partial<Account> = {}): Account {
  return {
    name: 'default',
    place: 'engineeringOwner.pagerduty.accounts[0]',
    apiBaseUrl: 'https://pagerduty.test',
    credentials: { type: 'token', token: 'demo' },
    timeoutMilliseconds: 2_000,
    maxConcurrency: 4,
    writes: true,
    webhookSecrets: [],
    ...rest,
  };
}

/** The same account let in by OAuth. */
export function oauthAccount(clientSecret = 'demo-secret'): Account {
  return testAccount({
    credentials: {
      type: 'oauth',
      clientId: 'demo-client',
      clientSecret,
      accountScope: 'as_account-us.demo',
      identityBaseUrl: 'https://identity.pagerduty.test',
    },
  });
}

/** Time that passes only while somebody waits for it. */
export class FakeTime implements Timekeeper {
  #now: number;
  readonly waits: number[] = [];

  constructor(start = Date.parse('2026-03-02T12:00:00Z')) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.waits.push(milliseconds);
    this.#now += milliseconds;
  }
}
