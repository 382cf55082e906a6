import { people } from '../../../world/world';
import { Cast } from '../cast';
import { IncidentScript } from '../incidentScript';

/** Writes the incidents of one component; `ago` counts back from the start. */
export type Story = (
  cast: Cast,
  ago: (milliseconds: number) => number,
) => IncidentScript[];

/** @throws Error that names the person whom PagerDuty does not know. */
export function userId(name: string): string {
  const id = people.find(person => person.name === name)?.pagerdutyId;
  if (!id) {
    throw new Error(`The cast has no PagerDuty user "${name}"`);
  }
  return id;
}
