import type { HistoryRange } from '../api';

const DAY = 86400;

/** A range a reader can choose: `1d`, `7d`, or the SLO's own window. */
export interface RangeChoice {
  name: string;
  seconds: number;
}

/**
 * What the history can show of an SLO: never more than its window, where the
 * burn-down starts. The last one, the whole window, is the first shown.
 */
export function rangeChoices(window: {
  duration: string;
  seconds: number;
}): RangeChoice[] {
  return [
    ...[
      { name: '1d', seconds: DAY },
      { name: '7d', seconds: 7 * DAY },
    ].filter(({ seconds }) => seconds < window.seconds),
    { name: window.duration, seconds: window.seconds },
  ];
}

/** The chosen range, or the whole window when the choice does not exist. */
export function chosenRange(
  choices: RangeChoice[],
  name: string | undefined,
): RangeChoice {
  return (
    choices.find(choice => choice.name === name) ?? choices[choices.length - 1]
  );
}

const HOUR = 3600;

/** More points than these are not seen on a chart. */
const MOST_POINTS = 720;

/** The history is kept by the hour; long ranges take longer steps. */
const STEPS = [
  { step: '1h', seconds: HOUR },
  { step: '6h', seconds: 6 * HOUR },
];

export function historyRange(
  { seconds }: RangeChoice,
  now: Date,
): HistoryRange {
  const fitting = STEPS.find(step => seconds / step.seconds <= MOST_POINTS);
  return {
    from: new Date(now.getTime() - seconds * 1000).toISOString(),
    to: now.toISOString(),
    step: fitting?.step ?? '1d',
  };
}
