import {
  largeAccount,
  startPagerDutySimulator,
  steadyIncidents,
} from '@engineering-owner/demo-world';

/**
 * The account, in a process of its own: what it does is not the backend's CPU.
 * It is told the time and answers once what was due has happened.
 */
export interface AccountOptions {
  start: string;
  services: number;
  policies: number;
  users: number;
  incidentsInAMonth: number;
  /** Incidents of a year before the start. */
  incidents: number;
  webhook: { url: string; secret: string };
}

const DAY_MS = 86_400_000;

/** How far this machine's clock is from the account's, in milliseconds. */
let offset = 0;

async function open(options: AccountOptions) {
  offset = Date.parse(options.start) - Date.now();
  return startPagerDutySimulator({
    port: 0,
    clock: () => new Date(Date.now() + offset),
    account: largeAccount(options),
    history: cast =>
      steadyIncidents(cast, { count: options.incidents, days: 365 }),
    liveEvery: (30 * DAY_MS) / options.incidentsInAMonth,
    webhook: options.webhook,
  });
}

/** What this process is asked; it answers each with the same id. */
export type Ask = { id: number } & (
  | { open: AccountOptions }
  | { skip: number }
);

/** What it answers, among other messages that Node.js sends in its name. */
export interface Answer {
  id: number;
  url: string;
  /** So far. */
  requests: number;
}

let opened: ReturnType<typeof open> | undefined;

process.on('message', async (ask: Ask) => {
  if ('open' in ask) {
    opened = open(ask.open);
  } else {
    offset += ask.skip;
  }
  const simulator = await opened;
  if (simulator) {
    simulator.state.now();
    await simulator.webhooksSettled();
    const answer: Answer = {
      id: ask.id,
      url: simulator.url,
      requests: simulator.state.requests.total,
    };
    process.send?.(answer);
  }
});
