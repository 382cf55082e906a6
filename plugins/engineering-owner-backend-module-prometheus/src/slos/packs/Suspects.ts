/** So long a member is asked in a smaller company, or alone. */
const suspectedForMs = 15 * 60_000;
const mostSuspects = 10_000;
/** Where nothing is answered whole, the server is to blame and not a member. */
const leastWhileAllFail = 5;

/**
 * Members of packs that something was wrong with of late, and with how many
 * others each may share a request until it is known which of them it was.
 */
export class Suspects {
  private readonly known = new Map<string, { most: number; until: number }>();
  private wholeUntil = -Infinity;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** It has to be asked alone. */
  add(member: string): void {
    this.limit(member, 1);
  }

  /** A request of any of them was answered whole. */
  sawWhole(): void {
    this.wholeUntil = this.now() + suspectedForMs;
  }

  /**
   * Each may share a request with half of this company. While nothing at all is
   * answered whole they stay together by a few: alone, all would fail as well,
   * with as many requests as there are members.
   */
  divide(members: readonly string[]): void {
    const least = this.wholeUntil > this.now() ? 1 : leastWhileAllFail;
    const half = Math.max(least, Math.ceil(members.length / 2));
    members.forEach(member => this.limit(member, half));
  }

  /** It may share a request with others, `most` of them together with itself. */
  limit(member: string, most: number): void {
    // The oldest goes; it is found out again.
    const [oldest] = this.known.keys();
    if (this.known.size >= mostSuspects && oldest !== undefined) {
      this.known.delete(oldest);
    }
    const least = Math.min(most, this.mostTogether(member));
    this.known.delete(member);
    this.known.set(member, {
      most: least,
      until: this.now() + suspectedForMs,
    });
  }

  /** How many it may share a request with, itself counted; Infinity: nothing is known. */
  mostTogether(member: string): number {
    const { most, until } = this.known.get(member) ?? {
      most: Infinity,
      until: Infinity,
    };
    return until > this.now() ? most : Infinity;
  }
}
