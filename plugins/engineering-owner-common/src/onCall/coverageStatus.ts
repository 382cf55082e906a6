import { EscalationPolicy, OnCallShift } from './model';
import { periodStretch } from './period';
import { policyCoverage } from './policyCoverage';
import { CoverageStatus, OnCallPerson } from './status';
import { timeOf, turnsOfLevel } from './turns';

/**
 * How a policy is staffed in the coming four weeks, with the turns of each level
 * in that time. A turn has the beginning and end it really has, before and after
 * the period too.
 *
 * @public
 */
export function coverageStatus(request: {
  policy: Pick<EscalationPolicy, 'id' | 'levels'>;
  shifts: OnCallShift[];
  now: Date;
  /** The end of what was read: no gap is claimed beyond it. */
  readUntil: Date;
  /** What is known of a responder. */
  person: (responderId: string) => OnCallPerson;
}): CoverageStatus {
  const { policy, shifts, person } = request;
  const { period, levels, ...coverage } = policyCoverage(request);
  const bounds = period && periodStretch(period);
  return {
    ...(period && { period }),
    tone: coverage.tone,
    nobody: coverage.nobody,
    levelsWithoutPeople: coverage.levelsWithoutPeople,
    permanent: coverage.permanentResponderIds.map(person),
    levels: levels.map(({ level, gaps }) => ({
      level,
      gaps,
      turns: turnsOfLevel(shifts, policy.id, level)
        .filter(
          turn => bounds && turn.from < bounds.to && bounds.from < turn.to,
        )
        .map(turn => ({
          person: person(turn.responderId),
          ...(turn.schedule && { schedule: turn.schedule }),
          from: timeOf(turn.from),
          to: timeOf(turn.to),
        })),
    })),
  };
}
