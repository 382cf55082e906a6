import type { PostedMatcher, RunningAlertmanager } from './startAlertmanager';

interface DemoSilence {
  matchers: PostedMatcher[];
  createdBy: string;
  comment: string;
  /** Hours after the start. */
  from: number;
  to: number;
}

const is = (name: string, value: string): PostedMatcher => ({
  name,
  value,
  isRegex: false,
  isEqual: true,
});

/**
 * What somebody saw to in the demo: an entity in maintenance, one that will be,
 * and an alert that is silenced while the entity is not.
 */
const demoSilences: DemoSilence[] = [
  {
    matchers: [is('service', 'returns')],
    createdBy: 'Luca Moretti',
    comment: 'moving the refunds to the new ledger',
    from: 0,
    to: 12,
  },
  {
    matchers: [is('service', 'gift-cards')],
    createdBy: 'Wei Chen',
    comment: 'new version of the card printer',
    from: 30,
    to: 32,
  },
  {
    matchers: [
      is('service', 'recommendations'),
      is('alertname', 'RecommendationsLatencyHigh'),
    ],
    createdBy: 'Jonas Lindqvist',
    comment: 'the model is trained again until then',
    from: 0,
    to: 48,
  },
];

/** Makes the silences of the demo, counted from now. */
export async function silenceForDemo(
  alertmanager: Pick<RunningAlertmanager, 'silence'>,
): Promise<void> {
  const now = Date.now();
  const at = (hours: number) =>
    new Date(now + hours * 3_600_000 - 1_000).toISOString();
  for (const { matchers, from, to, ...rest } of demoSilences) {
    await alertmanager.silence(matchers, {
      ...rest,
      startsAt: at(from),
      endsAt: at(to),
    });
  }
}
