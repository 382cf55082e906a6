import { Account, AccountUser } from '../account/account';
import { idOf } from '../history/randomness';
import { identity, teamReference } from './reference';
import { renderTeam } from './team';

/** What a user answer embeds in full. */
export interface UserIncludes {
  teams?: boolean;
  contactMethods?: boolean;
}

function emailContact(user: AccountUser) {
  const id = idOf('P', `contact/${user.id}`).slice(0, 7);
  return {
    id,
    type: 'email_contact_method',
    summary: 'Work',
    self: `https://api.pagerduty.com/users/${user.id}/contact_methods/${id}`,
    html_url: null,
  };
}

/** A user as `GET /users/{id}` answers it. */
export function renderUser(
  account: Account,
  user: AccountUser,
  includes: UserIncludes = {},
) {
  const contact = emailContact(user);
  return {
    ...identity('user', user.id, user.name),
    name: user.name,
    email: user.email,
    time_zone: user.timeZone,
    color: 'green',
    role: 'limited_user',
    avatar_url: `https://avatars.example/${user.id}.png`,
    description: null,
    invitation_sent: false,
    job_title: 'Engineer',
    created_via_sso: true,
    teams: account.teams
      .filter(team => user.teamIds.includes(team.id))
      .map(team =>
        includes.teams ? renderTeam(team) : teamReference(account, team.id),
      ),
    contact_methods: [
      includes.contactMethods
        ? { ...contact, label: 'Work', address: user.email }
        : { ...contact, type: 'email_contact_method_reference' },
    ],
    notification_rules: [],
  };
}
