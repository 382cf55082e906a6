import { Queries } from '../client/Queries';

/** The same queries, and what was warned of while they were answered. */
export function watchWarnings(queries: Queries): {
  watched: Queries;
  warnings: string[];
} {
  const warnings: string[] = [];
  const watched: Queries = {
    labelNames: (...asked) => queries.labelNames(...asked),
    query: async (...asked) => {
      const answer = await queries.query(...asked);
      warnings.push(...answer.warnings);
      return answer;
    },
    queryRange: async (...asked) => {
      const answer = await queries.queryRange(...asked);
      warnings.push(...answer.warnings);
      return answer;
    },
  };
  return { watched, warnings };
}
