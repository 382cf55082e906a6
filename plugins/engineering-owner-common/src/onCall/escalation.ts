import { coverageHorizon, levelCoverage } from './coverage';
import { EscalationPolicy, OnCallShift } from './model';
import { EscalationLevelStatus, OnCallPerson, OnCallTurn } from './status';
import { timeOf, Turn, turnsOfLevel } from './turns';

/**
 * Every level of a policy: who is on call now, whose turn begins next, and the
 * stretches without anybody.
 *
 * @public
 */
export function escalationLevels(request: {
  policy: EscalationPolicy;
  shifts: OnCallShift[];
  now: Date;
  /** The end of what was read: no gap is claimed beyond it. */
  readUntil: Date;
  /** What is known of a responder. */
  person: (responderId: string) => OnCallPerson;
}): EscalationLevelStatus[] {
  const { policy, shifts, now, person } = request;
  const horizon = coverageHorizon(now, request.readUntil).getTime();
  return [...policy.levels]
    .sort((a, b) => a.level - b.level)
    .map(({ level, delayMinutes }) => {
      const turns = turnsOfLevel(shifts, policy.id, level);
      const status = (turn: Turn): OnCallTurn => ({
        person: person(turn.responderId),
        ...(turn.schedule && { schedule: turn.schedule }),
        from: timeOf(turn.from),
        to: timeOf(turn.to),
      });
      const next = turns.find(
        turn => turn.from > now.getTime() && turn.from <= horizon,
      );
      const coverage = levelCoverage({
        policyId: policy.id,
        level,
        shifts,
        now,
        until: new Date(horizon),
      });
      return {
        level,
        delayMinutes,
        onCall: turns.filter(turn => isOn(turn, now)).map(status),
        ...(next && { next: status(next) }),
        gaps: coverage.gaps,
        coverage: coverageWord(coverage),
      };
    });
}

function isOn(turn: Turn, now: Date): boolean {
  return turn.from <= now.getTime() && now.getTime() < turn.to;
}

function coverageWord(coverage: {
  empty: boolean;
  permanent: boolean;
  unknown: boolean;
  gaps: unknown[];
}): EscalationLevelStatus['coverage'] {
  if (coverage.unknown) {
    return 'unknown';
  }
  if (coverage.empty) {
    return 'empty';
  }
  if (coverage.gaps.length > 0) {
    return 'gaps';
  }
  return coverage.permanent ? 'permanent' : 'covered';
}
