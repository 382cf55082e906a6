import { Problem } from '@engineering-owner/backstage-plugin-common';

/** Of one entity. More than anyone mends at a time. */
const mostProblems = 100;

/**
 * The first problems of each document, as many as are shown, in their order.
 * What is left out is said at the end, and no document crowds out another.
 */
export function limitProblems(
  entityRef: string,
  problems: Problem[],
): Problem[] {
  if (problems.length <= mostProblems) {
    return problems;
  }
  const seen = new Map<string, number>();
  const ranked = problems.map((problem, index) => {
    const key = documentOf(problem);
    const rank = seen.get(key) ?? 0;
    seen.set(key, rank + 1);
    return { problem, index, rank };
  });
  const shown = [...ranked]
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .slice(0, mostProblems - 1)
    .sort((a, b) => a.index - b.index);
  const more = problems.length - shown.length;
  return [
    ...shown.map(({ problem }) => problem),
    {
      code: 'slo_problems_too_many',
      severity: 'error',
      message: `The SLO documents of ${entityRef} have ${more} more mistakes; these show once the others are mended`,
      params: { entityRef, more },
    },
  ];
}

function documentOf({ params = {} }: Problem): string {
  return JSON.stringify([params.file, params.kind, params.document]);
}
