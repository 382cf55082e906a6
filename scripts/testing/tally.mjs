/**
 * What a runner found: numbers, and what a person has to read.
 *
 * `skipped` holds the titles, because a skipped test has to say why in its
 * title ("… skipped because …", "skipped: …"): one that does not is a
 * complaint.
 */
export class Tally {
  passed = 0;
  failed = 0;
  skipped = [];
  complaints = [];

  add(other) {
    this.passed += other.passed;
    this.failed += other.failed;
    this.skipped.push(...other.skipped);
    this.complaints.push(...other.complaints);
  }

  get withoutReason() {
    return this.skipped.filter(
      title => !/skipped(?: because|[:,]) \S/i.test(title),
    );
  }

  get isGood() {
    return (
      this.passed > 0 &&
      this.failed === 0 &&
      this.complaints.length === 0 &&
      this.withoutReason.length === 0
    );
  }

  /** The closing line. */
  toString() {
    return `Tests: ${this.passed} passed, ${this.failed} failed, ${this.skipped.length} skipped`;
  }
}
