import type { WorldRecord } from '../record';
import type { DemoService } from '../../world/world';
import { characterOf } from './character';
import {
  firstDuration,
  outcomeCount,
  shareOfBucket,
  durationBounds,
} from './outcomes';
import { timelineOf, type Segment } from './timeline';
import { accumulated, errorRhythm, type Rhythm } from './waves';

interface Stretch extends Segment {
  /** Integrals of the rhythms at the stretch's beginning. */
  requests: number;
  errors: number;
  /** Outcomes counted before the stretch. */
  before: number[];
}

/** Above this share the ripples of the error rhythm could pass the requests. */
const evenErrorsAbove = 0.3;

/**
 * The events of one service since its beginning as a function of time: sums of
 * closed integrals over the stretches of its timeline, so any time can be
 * asked in any order and no state is kept between questions.
 */
export class Counters {
  private readonly stretches: Stretch[] = [];
  private readonly requestRhythm: Rhythm;
  private readonly errorRhythm: Rhythm;
  private readonly notFoundRatio: number;
  private readonly rate: number;
  /** Where the last answer was found: times are mostly asked in order. */
  private last = 0;

  constructor(service: DemoService, record: WorldRecord) {
    const { rhythm, segments } = timelineOf(service, record);
    this.requestRhythm = rhythm;
    this.errorRhythm = errorRhythm(service.name, rhythm);
    this.notFoundRatio = characterOf(service).notFoundRatio;
    this.rate = service.requestsPerSecond;
    for (const segment of segments) {
      const previous = this.stretches.at(-1);
      this.stretches.push({
        ...segment,
        requests: accumulated(this.requestRhythm, segment.from),
        errors: accumulated(this.errorRhythm, segment.from),
        before: previous
          ? this.within(previous, segment.from)
          : new Array<number>(outcomeCount).fill(0),
      });
    }
  }

  /** Highest error share and slow share at any time in [from, to]. */
  worst(from: number, to: number): { errorRatio: number; slowShare: number } {
    const touched = this.stretches.filter(
      (stretch, i) =>
        stretch.from <= to && (this.stretches[i + 1]?.from ?? Infinity) >= from,
    );
    return {
      errorRatio: Math.max(0, ...touched.map(s => s.errorRatio)),
      slowShare: Math.max(0, ...touched.map(s => s.slowShare)),
    };
  }

  /** When the series begin. */
  get start(): number {
    return this.stretches[0].from;
  }

  /** Whole events since the beginning, by outcome; zeros before it. */
  at(time: number): number[] {
    if (time < this.start) {
      return new Array<number>(outcomeCount).fill(0);
    }
    return this.within(this.stretchAt(time), time).map(Math.floor);
  }

  private stretchAt(time: number): Stretch {
    let i = this.last;
    while (this.stretches[i].from > time) {
      i--;
    }
    while (
      i + 1 < this.stretches.length &&
      this.stretches[i + 1].from <= time
    ) {
      i++;
    }
    this.last = i;
    return this.stretches[i];
  }

  private within(stretch: Stretch, time: number): number[] {
    const { load, errorRatio, slowShare, before } = stretch;
    const scale = this.rate * load;
    const requests =
      scale * (accumulated(this.requestRhythm, time) - stretch.requests);
    const failed =
      errorRatio *
      (errorRatio > evenErrorsAbove
        ? requests
        : scale * (accumulated(this.errorRhythm, time) - stretch.errors));
    const counts = before.slice();
    counts[0] += requests * (1 - this.notFoundRatio) - failed;
    counts[1] += requests * this.notFoundRatio;
    counts[2] += failed;
    for (let i = 0; i < durationBounds.length; i++) {
      counts[firstDuration + i] += requests * shareOfBucket(i, slowShare);
    }
    return counts;
  }
}
