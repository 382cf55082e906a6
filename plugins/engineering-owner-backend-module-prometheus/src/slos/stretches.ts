import { InputError } from '@backstage/errors';
import { Stretch } from '@engineering-owner/backstage-plugin-node';

/** No query spans more than a day, or it runs into Prometheus' own limits. */
const longestStretchSeconds = 86_400;

/** Of one entity, a chart may be longer, and has no more points than pixels. */
const longestChartSeconds = 7 * 86_400;
const mostChartSteps = 720;

/** A stretch that is cut into steps. */
export type SteppedStretch = Stretch & { stepSeconds: number };

/** Seconds of a stretch that one query may span. */
export function lengthOf(stretch: Stretch): number {
  const seconds = secondsOf(stretch);
  if (!(seconds > 0 && seconds <= longestStretchSeconds)) {
    throw new InputError(
      `cannot read ${named(
        stretch,
      )}: a stretch is at least a second and at most a day long`,
    );
  }
  return seconds;
}

/** The steps of a stretch, in order. */
export function stepsOf(stretch: SteppedStretch): Stretch[] {
  return cut(stretch, lengthOf(stretch));
}

/**
 * The steps of a chart, in order. They end at multiples of the step, the last
 * at most one step before the stretch does: so a chart that is asked for again
 * asks for the same points, which caches in front of Prometheus live by. A
 * single step is no chart, and lies where it is asked for.
 */
export function chartStepsOf(stretch: SteppedStretch): Stretch[] {
  const seconds = secondsOf(stretch);
  if (!(seconds > 0 && seconds <= longestChartSeconds)) {
    throw new InputError(
      `cannot chart ${named(
        stretch,
      )}: a chart is at least a second and at most 7 days long`,
    );
  }
  const { stepSeconds } = stretch;
  if (!(Number.isInteger(stepSeconds) && stepSeconds > 0)) {
    throw new InputError(
      `cannot chart in steps of ${stepSeconds} s: a step is a whole number of seconds`,
    );
  }
  const steps = cut(stretch, seconds);
  if (steps.length > mostChartSteps) {
    throw new InputError(
      `cannot chart ${steps.length} steps of ${stepSeconds} s: at most ${mostChartSteps} are drawn`,
    );
  }
  const late =
    steps.length > 1 ? stretch.from.getTime() % (stepSeconds * 1000) : 0;
  return steps.map(({ from, to }) => ({
    from: new Date(from.getTime() - late),
    to: new Date(to.getTime() - late),
  }));
}

function cut({ from, stepSeconds }: SteppedStretch, seconds: number) {
  const count = seconds / stepSeconds;
  if (!Number.isInteger(count)) {
    throw new InputError(
      `${seconds} s cannot be cut into steps of ${stepSeconds} s`,
    );
  }
  const edge = (i: number) => new Date(from.getTime() + i * stepSeconds * 1000);
  return Array.from({ length: count }, (_, i) => ({
    from: edge(i),
    to: edge(i + 1),
  }));
}

function secondsOf({ from, to }: Stretch): number {
  return Math.round((to.getTime() - from.getTime()) / 1000);
}

function named({ from, to }: Stretch): string {
  return `from ${from.toISOString()} to ${to.toISOString()}`;
}
