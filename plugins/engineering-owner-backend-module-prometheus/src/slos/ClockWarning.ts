import { ReadOptions } from '@engineering-owner/backstage-plugin-node';

/** A cycle makes many reads; one of them tells. */
const pauseMs = 30_000;

/** Tells that the clocks of a Prometheus and of this host disagree. */
export class ClockWarning {
  private toldAt = -Infinity;

  constructor(
    private readonly name: string,
    private readonly now: () => number = () => performance.now(),
  ) {}

  tell(
    skewSeconds: number | undefined,
    { onProblem }: Pick<ReadOptions, 'onProblem'>,
  ): void {
    if (
      skewSeconds === undefined ||
      onProblem === undefined ||
      this.now() - this.toldAt < pauseMs
    ) {
      return;
    }
    this.toldAt = this.now();
    const seconds = Math.abs(skewSeconds);
    onProblem({
      code: 'source_clock_skew',
      severity: 'warning',
      message: `The clock of Prometheus "${this.name}" is ${seconds} s ${
        skewSeconds > 0 ? 'ahead of' : 'behind'
      } the backend's; figures are of another time than they say, or missing. Set both clocks by NTP`,
      params: { skewSeconds },
    });
  }
}
