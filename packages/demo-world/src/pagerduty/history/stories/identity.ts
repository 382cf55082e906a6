import { DateTime } from 'luxon';
import { DAY } from '../../time';
import { Cast, open, serviceOf } from '../cast';
import { handled } from '../handling';
import { minutes } from '../incidentScript';
import { Story, userId } from './story';

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

/** What happens to the components of this system. */
export const identityStories: Story[] = [login, profile];
