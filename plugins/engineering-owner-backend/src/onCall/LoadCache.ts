import {
  PersonLoad,
  TeamLoad,
} from '@engineering-owner/backstage-plugin-common';
import { Clock } from '../ingest/clock';
import { ReadCache } from '../store/ReadCache';

/** More teams than are looked at within a minute. */
const most = 1_000;

/** Load of some policies, up to the time that its period ends with. */
export interface Load {
  team: TeamLoad;
  persons?: PersonLoad[];
}

/**
 * Keeps load for a minute, as often as incidents are read. It is of 30 days of
 * all incidents of a team, which takes long to read, and a minute changes little
 * of it. Each replica keeps its own, none of it older than that; what fails is
 * not kept, since no source is asked.
 */
export class LoadCache extends ReadCache<Load> {
  constructor({ clock }: { clock: Clock }) {
    super({ clock, most, keepFailureMs: 0 });
  }
}
