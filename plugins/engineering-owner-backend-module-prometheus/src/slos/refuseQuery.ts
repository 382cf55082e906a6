import { definitionProblem } from './problems';

/** A query of a definition that is not understood, with the place in it. */
export function refuseQuery(
  text: string,
  place: string,
  { reason, position }: { reason: string; position: number },
) {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  const character = position + 1;
  return {
    ok: false as const,
    problem: definitionProblem(
      place,
      `${JSON.stringify(
        shown,
      )} cannot be used, see character ${character}: ${reason}`,
      { position: character },
    ),
  };
}
