import { Answered } from '../../client/PrometheusClient';

/** Tells the members of a pack apart in its one answer. */
const memberLabel = 'engineering_owner_group';

interface Labelled {
  labels: Record<string, string>;
}

/** One query for several, none of which may be a bare number. */
export function joined(expressions: string[]): string {
  return expressions
    .map(
      // The line break ends a comment that the expression may end with.
      (expression, i) =>
        `label_replace(${expression}\n, "${memberLabel}", "${i}", "", "")`,
    )
    .join(' or ');
}

/** What each of them would have been answered alone. */
export function separated<T extends Labelled>(
  { result, warnings }: Answered<T[]>,
  count: number,
): Array<Answered<T[]>> {
  const members = Array.from({ length: count }, (): T[] => []);
  for (const each of result) {
    const { [memberLabel]: member, ...labels } = each.labels;
    members[Number(member)]?.push({ ...each, labels });
  }
  return members.map(own => ({ result: own, warnings }));
}
