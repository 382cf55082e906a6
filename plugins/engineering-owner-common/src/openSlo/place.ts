import { OpenSloPath, OpenSloProblem, OpenSloSource } from './model';

/** Where a document stands: file and line, else its number. */
export function describePlace(
  source: OpenSloSource,
  path: OpenSloPath = ['metadata', 'name'],
): string {
  const line = source.locate?.(path)?.line;
  const place =
    line === undefined ? `document ${source.index}` : `line ${line}`;
  if (source.file === undefined) {
    return `at ${place}`;
  }
  return line === undefined
    ? `at ${source.file}, ${place}`
    : `at ${source.file}:${line}`;
}

/**
 * A problem as one sentence with its place, for logs and lists:
 * `slos.yaml:12:13: SLO "checkout": spec.objectives[0].target is 1.5; …`.
 *
 * @public
 */
export function describeOpenSloProblem(problem: OpenSloProblem): string {
  const { document, path, message, line, column } = problem;
  const { file, kind, name, index } = document;
  const position = [file, line, line === undefined ? undefined : column]
    .filter(part => part !== undefined)
    .join(':');
  const subject =
    name === undefined
      ? `document ${index}${kind === undefined ? '' : ` (${kind})`}`
      : `${kind ?? 'document'} ${JSON.stringify(name)}`;
  return `${position && `${position}: `}${subject}: ${
    path && `${path} `
  }${message}`;
}
