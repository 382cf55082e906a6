import { AccountService } from '../account/account';
import { IncidentEvent } from '../incidents/event';
import { DAY } from '../time';
import { Cast, open } from './cast';
import { handled } from './handling';
import { IncidentScript, minutes, seconds } from './incidentScript';
import { Chance, chanceOf } from './randomness';

const DAYS = 90;

/** Ordinary incidents per day, by component. */
const RATES: Record<string, number> = {
  checkout: 0.26,
  'catalog-search': 0.12,
  'product-pages': 0.26,
  cart: 0.22,
  recommendations: 0.24,
  'payments-gateway': 0.28,
  'fraud-check': 0.14,
  'gift-cards': 0.1,
  'shipping-quotes': 0.26,
  'label-printer': 0.28,
  'warehouse-sync': 0.34,
  returns: 0.12,
  login: 0.3,
  profile: 0.14,
};

const SYMPTOMS = [
  'error rate above 5 %',
  'latency above 500 ms',
  'pods restart again and again',
  'queue is not draining',
  'database connections exhausted',
  'health check fails',
];

/** One way in which an incident goes; the answer is all that it takes. */
type Course = (
  script: IncidentScript,
  context: { cast: Cast; service: AccountService; chance: Chance },
) => IncidentScript[];

const answered: Course = (script, { service, chance }) => [
  handled(script, service, {
    acknowledgedAfterSeconds: chance.between(40, 540),
    resolvedAfterMinutes: chance.between(6, 80),
  }),
];

/** Noise: over before anybody answers. */
const noise: Course = (script, { chance }) => [
  script.unanswered(seconds(chance.between(90, 420))).resolveByMonitoring(),
];

const recoversWhileWorkedOn: Course = (script, { chance }) => [
  script
    .unanswered(seconds(chance.between(60, 480)))
    .acknowledge()
    .wait(minutes(chance.between(4, 25)))
    .resolveByMonitoring(),
];

const escalated: Course = (script, { service, chance }) => [
  handled(script.escalate(), service, {
    acknowledgedAfterSeconds: chance.between(60, 500),
    resolvedAfterMinutes: chance.between(10, 70),
  }),
];

const merged: Course = (script, { cast, service, chance }) => {
  handled(script, service, {
    acknowledgedAfterSeconds: chance.between(60, 200),
    resolvedAfterMinutes: chance.between(15, 28),
  });
  const opened = script.events[0];
  const second = open(cast, {
    key: `${script.id}/merged`,
    serviceId: service.id,
    title: `${service.name}: health check fails`,
    urgency: 'high',
    at: opened.at + minutes(4),
  });
  return [script, second.unanswered(minutes(3)).mergeInto(script.id)];
};

const reassigned: Course = (script, { cast, service, chance }) => {
  const others = cast.account.users.filter(user =>
    user.teamIds.includes(service.teamId),
  );
  return [
    handled(
      script
        .unanswered(seconds(chance.between(60, 300)))
        .reassign(chance.pick(others).id),
      service,
      {
        acknowledgedAfterSeconds: chance.between(60, 400),
        resolvedAfterMinutes: chance.between(10, 60),
      },
    ),
  ];
};

/** Courses and how many in a hundred incidents take them. */
const COURSES: Array<[number, Course]> = [
  [58, answered],
  [18, noise],
  [10, recoversWhileWorkedOn],
  [7, escalated],
  [3, merged],
  [4, reassigned],
];

function courseOf(chance: Chance): Course {
  let left = chance.between(1, 100);
  for (const [share, course] of COURSES) {
    left -= share;
    if (left <= 0) {
      return course;
    }
  }
  return answered;
}

/** The ordinary incidents of one service on one day; the seed is the day. */
function incidentsOf(
  cast: Cast,
  service: AccountService,
  day: number,
  rate: number,
): IncidentScript[] {
  const key = `background/${service.id}/${day / DAY}`;
  const chance = chanceOf(`${cast.seed}/${key}`);
  if (chance.next() >= rate) {
    return [];
  }
  const script = open(cast, {
    key,
    serviceId: service.id,
    title: `${service.name}: ${chance.pick(SYMPTOMS)}`,
    urgency: chance.next() < 0.75 ? 'high' : 'low',
    at: day + seconds(chance.between(0, DAY / 1000 - 1)),
  });
  return courseOf(chance)(script, { cast, service, chance });
}

/**
 * What happens all the time: some three incidents a day, all over before the
 * start. Days are absolute, so a later start tells the same days the same way.
 */
export function backgroundEvents(cast: Cast): IncidentEvent[] {
  const today = Math.floor(cast.startedAt / DAY) * DAY;
  const from = cast.startedAt - DAYS * DAY;
  const days = Array.from(
    { length: DAYS + 1 },
    (_, back) => today - back * DAY,
  );
  return cast.account.services.flatMap(service => {
    const ids = cast.account.services.filter(
      ({ component }) => component === service.component,
    ).length;
    const rate = (RATES[service.component] ?? 0) / ids;
    return days
      .map(day =>
        incidentsOf(cast, service, day, rate).flatMap(one => one.events),
      )
      .filter(events =>
        events.every(({ at }) => at >= from && at < cast.startedAt),
      )
      .flat();
  });
}
