import { DateTime } from 'luxon';
import { people } from '../../world/world';
import { IncidentEvent } from '../incidents/event';
import { DAY, HOUR, MINUTE } from '../time';
import { Cast, open, serviceOf } from './cast';
import { handled } from './handling';
import { IncidentScript, minutes, seconds } from './incidentScript';

type Story = (
  cast: Cast,
  ago: (milliseconds: number) => number,
) => IncidentScript[];

function userId(name: string): string {
  return people.find(person => person.name === name)?.pagerdutyId ?? '';
}

/** Burns right now: nobody has answered yet, and it will escalate. */
const checkout: Story = (cast, ago) => [
  open(cast, {
    key: 'checkout/open',
    serviceId: 'PCHKOUT',
    title: 'Checkout: error budget burns more than 14 times too fast',
    urgency: 'high',
    at: ago(12 * MINUTE),
    priorityId: 'PPRIOR1',
    details: 'Payments are answered with 503 since the last release',
  })
    .escalate()
    .escalate(),
  open(cast, {
    key: 'checkout/web',
    serviceId: 'PCHKWEB',
    title: 'Checkout web: script errors on old browsers',
    urgency: 'low',
    at: ago(3 * HOUR),
  })
    .unanswered(minutes(9))
    .acknowledge()
    .annotate('Only one browser version, waiting for the vendor'),
];

/** The long outage that used up the month's budget. */
const cart: Story = (cast, ago) => {
  const outage = open(cast, {
    key: 'cart/outage',
    serviceId: 'PCARTSV',
    title: 'Cart: shoppers lose what they put in',
    urgency: 'high',
    at: ago(7 * DAY + 3 * HOUR),
    priorityId: 'PPRIOR1',
  });
  const duplicate = open(cast, {
    key: 'cart/duplicate',
    serviceId: 'PCARTSV',
    title: 'Cart: health check fails',
    urgency: 'high',
    at: ago(7 * DAY + 3 * HOUR - 6 * MINUTE),
  });
  return [
    outage
      .unanswered(seconds(250))
      .acknowledge()
      .wait(minutes(40))
      .annotate('The cache lost a node and the rest cannot carry the load')
      .wait(minutes(330))
      .resolve('Two cache nodes added'),
    duplicate.unanswered(minutes(2)).mergeInto(outage.id),
  ];
};

/** Went wrong and was put right today. */
const paymentsGateway: Story = (cast, ago) => [
  open(cast, {
    key: 'payments-gateway/recovered',
    serviceId: 'PPAYGWY',
    title: 'Payments gateway: card network refuses connections',
    urgency: 'high',
    at: ago(5 * HOUR),
    priorityId: 'PPRIOR2',
  })
    .unanswered(seconds(170))
    .acknowledge()
    .wait(minutes(67))
    .resolve('Certificate renewed'),
];

/** Slow, but nobody is turned away: paged loudly, then calmed down. */
const recommendations: Story = (cast, ago) => [
  open(cast, {
    key: 'recommendations/slow',
    serviceId: 'PRECOMM',
    title: 'Recommendations: latency above 300 ms for most requests',
    urgency: 'high',
    at: ago(6 * HOUR),
  })
    .unanswered(minutes(5))
    .acknowledge()
    .wait(minutes(10))
    .changeUrgency('low')
    .annotate('Nobody is turned away; rebuilding the index overnight'),
];

/** The time, days ago, at which it is that hour for whoever is on call. */
function atNight(cast: Cast, serviceId: string, days: number, hour: number) {
  const around = cast.startedAt - days * DAY;
  const { policyId } = serviceOf(cast, serviceId);
  const holder = cast.roster.firstStaffedLevel(policyId, 1, around)?.userId;
  const zone = cast.account.users.find(({ id }) => id === holder)?.timeZone;
  return DateTime.fromMillis(around, { zone: zone ?? 'utc' })
    .startOf('day')
    .set({ hour, minute: (days * 7) % 60 })
    .toMillis();
}

/** Wakes people up, and its runbooks do not help. */
const login: Story = cast => {
  const service = serviceOf(cast, 'PLOGINS');
  const nights = [2, 5, 11, 17, 24, 33, 47, 61].map((days, turn) =>
    handled(
      open(cast, {
        key: `login/night/${days}`,
        serviceId: service.id,
        title: 'Login: sessions are lost',
        urgency: 'high',
        at: atNight(cast, service.id, days, 2 + (turn % 3)),
      }),
      service,
      {
        acknowledgedAfterSeconds: 300 + turn * 45,
        resolvedAfterMinutes: turn % 4 === 1 ? 75 : 20,
      },
    ),
  );
  const reopened = open(cast, {
    key: 'login/reopened',
    serviceId: service.id,
    title: 'Login: password reset mails do not arrive',
    urgency: 'high',
    at: cast.startedAt - 20 * DAY,
  });
  return [
    ...nights,
    handled(
      handled(reopened, service, {
        acknowledgedAfterSeconds: 120,
        resolvedAfterMinutes: 24,
      })
        .wait(minutes(35))
        .reopen(),
      service,
      { acknowledgedAfterSeconds: 90, resolvedAfterMinutes: 18 },
    ),
  ];
};

/** Nobody answers at the first two levels, so the lead is paged. */
const warehouseSync: Story = (cast, ago) => [
  handled(
    open(cast, {
      key: 'warehouse-sync/escalated',
      serviceId: 'PWAREHS',
      title: 'Warehouse sync: stock levels are two hours old',
      urgency: 'high',
      at: ago(9 * DAY),
      priorityId: 'PPRIOR2',
    })
      .escalate()
      .escalate(),
    serviceOf(cast, 'PWAREHS'),
    { acknowledgedAfterSeconds: 400, resolvedAfterMinutes: 95 },
  ),
];

/** Answered by the owner who has left since. */
const profile: Story = (cast, ago) => [
  open(cast, {
    key: 'profile/former-owner',
    serviceId: 'PPROFIL',
    title: 'Profile: addresses cannot be changed',
    urgency: 'high',
    at: ago(48 * DAY),
  })
    .unanswered(minutes(2))
    .reassign(userId('erik.dahl'))
    .unanswered(minutes(3))
    .acknowledge()
    .wait(minutes(50))
    .resolve(),
];

/** A printer that cries wolf. */
const labelPrinter: Story = (cast, ago) =>
  Array.from({ length: 12 }, (_, turn) =>
    open(cast, {
      key: `label-printer/noise/${turn}`,
      serviceId: 'PLABELP',
      title: 'Label printer: printer does not answer',
      urgency: 'high',
      at: ago((turn + 1) * 2.3 * DAY),
    })
      .unanswered(seconds(100 + turn * 20))
      .resolveByMonitoring(),
  );

/** Opened by hand by the person who then takes it. */
const returns: Story = (cast, ago) => [
  open(cast, {
    key: 'returns/by-hand',
    serviceId: 'PRETURN',
    title: 'Returns: no return was registered since yesterday',
    urgency: 'low',
    at: ago(20 * HOUR),
    openedBy: userId('aisha.bello'),
  })
    .acknowledge()
    .wait(minutes(45))
    .resolve('The carrier is on strike'),
];

/** An automation acknowledges the daily restart. */
const shippingQuotes: Story = (cast, ago) =>
  [1, 4, 6].map(days =>
    open(cast, {
      key: `shipping-quotes/restart/${days}`,
      serviceId: 'PSHIPQT',
      title: 'Shipping quotes: pods were replaced',
      urgency: 'low',
      at: ago(days * DAY + 2 * HOUR),
    })
      .unanswered(seconds(20))
      .acknowledgeByService()
      .wait(minutes(6))
      .resolveByMonitoring(),
  );

/** Handed to the colleague who knows that part. */
const fraudCheck: Story = (cast, ago) => [
  open(cast, {
    key: 'fraud-check/reassigned',
    serviceId: 'PFRAUDC',
    title: 'Fraud check: scores are late',
    urgency: 'high',
    at: ago(15 * DAY),
  })
    .unanswered(minutes(4))
    .acknowledge()
    .wait(minutes(6))
    .reassign(userId('hannah.vogel'))
    .unanswered(minutes(3))
    .acknowledge()
    .wait(minutes(31))
    .resolve(),
];

/** Young, with a first small incident. */
const loyalty: Story = (cast, ago) => [
  handled(
    open(cast, {
      key: 'loyalty/first',
      serviceId: 'PLOYALT',
      title: 'Loyalty: points are booked late',
      urgency: 'low',
      at: ago(2 * DAY),
    }),
    serviceOf(cast, 'PLOYALT'),
    { acknowledgedAfterSeconds: 900, resolvedAfterMinutes: 55 },
  ),
];

const STORIES = [
  checkout,
  cart,
  paymentsGateway,
  recommendations,
  login,
  warehouseSync,
  profile,
  labelPrinter,
  returns,
  shippingQuotes,
  fraudCheck,
  loyalty,
];

/** What the stories of the cast mean for their pagers, seen from the start. */
export function storyEvents(cast: Cast): IncidentEvent[] {
  const ago = (milliseconds: number) => cast.startedAt - milliseconds;
  return STORIES.flatMap(story =>
    story(cast, ago).flatMap(script => script.events),
  );
}
