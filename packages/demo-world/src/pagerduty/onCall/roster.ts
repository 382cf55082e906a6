import { Account, AccountPolicy, AccountSchedule } from '../account/account';
import { DAY } from '../time';
import { CoverageGap, coverageGapOf, Shift, shiftsBetween } from './rotation';

/** Somebody's turn at one level of a policy. */
export type OnCall =
  | ({ level: number; policyId: string; scheduleId: string } & Shift)
  | { level: number; policyId: string; userId: string; permanent: true };

const KNOWN_DAYS = 100;

/** Answers who is on call; a pure function of account and start time. */
export class Roster {
  private readonly gaps: Map<string, CoverageGap>;
  /** Every history asks for the same shifts, and calendars are slow. */
  private readonly known: Map<string, Shift[]>;
  private readonly knownFrom: number;
  private readonly knownUntil: number;

  constructor(private readonly account: Account, startedAt: number) {
    this.knownFrom = startedAt - KNOWN_DAYS * DAY;
    this.knownUntil = startedAt + KNOWN_DAYS * DAY;
    this.gaps = new Map(
      account.schedules.flatMap(schedule => {
        const gap = coverageGapOf(schedule, startedAt);
        return gap ? [[schedule.id, gap] as const] : [];
      }),
    );
    this.known = new Map(
      account.schedules.map(schedule => [
        schedule.id,
        this.compute(schedule, this.knownFrom, this.knownUntil),
      ]),
    );
  }

  gapOf(scheduleId: string): CoverageGap | undefined {
    return this.gaps.get(scheduleId);
  }

  shifts(schedule: AccountSchedule, since: number, until: number): Shift[] {
    const known = this.known.get(schedule.id);
    return known && since >= this.knownFrom && until <= this.knownUntil
      ? known.filter(shift => shift.end > since && shift.start <= until)
      : this.compute(schedule, since, until);
  }

  /** Everyone on call for a policy at any time from `since` to `until`. */
  onCalls(policy: AccountPolicy, since: number, until: number): OnCall[] {
    return policy.levels.flatMap((target, position): OnCall[] => {
      const level = position + 1;
      if (target.type === 'user') {
        return [
          { level, policyId: policy.id, userId: target.id, permanent: true },
        ];
      }
      const schedule = this.account.schedules.find(
        candidate => candidate.id === target.id,
      );
      return (schedule ? this.shifts(schedule, since, until) : []).map(
        shift => ({
          level,
          policyId: policy.id,
          scheduleId: target.id,
          ...shift,
        }),
      );
    });
  }

  /** Who is on call at one level at one time; nobody in a gap. */
  onCallAt(policyId: string, level: number, at: number): OnCall | undefined {
    const policy = this.account.policies.find(({ id }) => id === policyId);
    return policy
      ? this.onCalls(policy, at, at).find(onCall => onCall.level === level)
      : undefined;
  }

  /** The lowest level from `level` upwards that has somebody at that time. */
  firstStaffedLevel(
    policyId: string,
    level: number,
    at: number,
  ): OnCall | undefined {
    const policy = this.account.policies.find(({ id }) => id === policyId);
    return policy
      ? this.onCalls(policy, at, at).find(onCall => onCall.level >= level)
      : undefined;
  }

  private compute(
    schedule: AccountSchedule,
    since: number,
    until: number,
  ): Shift[] {
    return shiftsBetween(schedule, since, until, this.gaps.get(schedule.id));
  }
}
