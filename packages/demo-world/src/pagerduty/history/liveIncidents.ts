import { Urgency, IncidentEvent } from '../incidents/event';
import { Cast, open, serviceOf } from './cast';
import { handled } from './handling';
import { IncidentScript } from './incidentScript';
import { chanceOf } from './randomness';
import { ESCALATION_DELAY_MINUTES } from '../account/account';
import { MINUTE } from '../time';

/** Services whose stories do not mind one more small incident. */
const QUIET = ['PSEARCH', 'PPRODPG', 'PFRAUDC', 'PPAYGWY', 'PSHIPQT'];

/** Opens incidents while the simulator runs. */
export class LiveIncidents {
  private written = 0;

  constructor(private readonly cast: Cast & { every: number | undefined }) {}

  /** The events of the incidents that have opened since the last call. */
  due(now: number): IncidentEvent[] {
    const { every, startedAt } = this.cast;
    if (!every) {
      return [];
    }
    const events: IncidentEvent[] = [];
    while (startedAt + (this.written + 1) * every <= now) {
      this.written += 1;
      events.push(...this.smallIncident(this.written).events);
    }
    return events;
  }

  /** An incident that nobody has answered yet, opened on demand. */
  script(opening: {
    key: string;
    serviceId: string;
    title: string;
    urgency: Urgency;
    at: number;
  }): IncidentScript {
    return open(this.cast, opening).unanswered(
      ESCALATION_DELAY_MINUTES * MINUTE,
    );
  }

  /** Answered quickly and over soon. */
  private smallIncident(turn: number): IncidentScript {
    const { every = 0, startedAt, seed } = this.cast;
    const key = `live/${startedAt}/${turn}`;
    const chance = chanceOf(`${seed}/${key}`);
    const service = serviceOf(this.cast, chance.pick(QUIET));
    const script = open(this.cast, {
      key,
      serviceId: service.id,
      title: `${service.name}: more errors than usual`,
      urgency: chance.pick(['high', 'high', 'low'] as const),
      at: startedAt + turn * every,
    });
    return handled(script, service, {
      acknowledgedAfterSeconds: chance.between(30, 150),
      resolvedAfterMinutes: chance.between(4, 14),
    });
  }
}
