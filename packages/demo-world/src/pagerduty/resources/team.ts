import { AccountTeam } from '../account/account';
import { identity } from './reference';

/** A team as `GET /teams` answers it. */
export function renderTeam(team: AccountTeam) {
  return {
    ...identity('team', team.id, team.name),
    name: team.name,
    description: `${team.name} team`,
    default_role: 'manager',
  };
}
