import { Problem } from '@engineering-owner/backstage-plugin-common';
import { ClockWarning } from './ClockWarning';

describe('ClockWarning', () => {
  it('tells once in a while of clocks that disagree, and of no others', () => {
    let now = 0;
    const warning = new ClockWarning('default', () => now);
    const problems: Problem[] = [];
    const onProblem = (problem: Problem) => problems.push(problem);
    warning.tell(undefined, { onProblem });
    warning.tell(300, {});
    expect(problems).toEqual([]);
    warning.tell(-300, { onProblem });
    warning.tell(-300, { onProblem });
    now = 31_000;
    warning.tell(300, { onProblem });
    expect(problems.map(({ message }) => message.split(';')[0])).toEqual([
      'The clock of Prometheus "default" is 300 s behind the backend\'s',
      'The clock of Prometheus "default" is 300 s ahead of the backend\'s',
    ]);
    expect(problems[1]).toMatchObject({
      code: 'source_clock_skew',
      params: { skewSeconds: 300 },
    });
  });
});
