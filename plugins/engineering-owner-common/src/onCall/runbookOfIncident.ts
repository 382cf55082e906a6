import { AlertStatus } from '../alerts/model';
import { IncidentStatus } from './status';

/**
 * The alert whose runbook an incident calls for: one that the incident names in
 * its title, as monitoring does. The longest name wins, since names of alerts
 * begin alike. Nothing is guessed: an incident that names no alert has none.
 *
 * @public
 */
export function runbookOfIncident<
  T extends Pick<AlertStatus, 'name' | 'runbookId' | 'runbookUrl'>,
>({ title }: Pick<IncidentStatus, 'title'>, alerts: T[]): T | undefined {
  return alerts
    .filter(
      ({ name, runbookId, runbookUrl }) =>
        (runbookId !== undefined || runbookUrl !== undefined) &&
        isNamed(name, title),
    )
    .sort((a, b) => b.name.length - a.name.length)
    .at(0);
}

/** Whether a name stands in a text as a word of its own. */
function isNamed(name: string, text: string): boolean {
  const [where, what] = [text, name].map(each =>
    each.toLocaleLowerCase('en-US'),
  );
  const isWord = (character: string | undefined) =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (
    let at = where.indexOf(what);
    what !== '' && at !== -1;
    at = where.indexOf(what, at + 1)
  ) {
    if (!isWord(where[at - 1]) && !isWord(where[at + what.length])) {
      return true;
    }
  }
  return false;
}
