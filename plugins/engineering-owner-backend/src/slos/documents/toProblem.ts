import {
  describeOpenSloProblem,
  OpenSloProblem,
  Problem,
} from '@engineering-owner/backstage-plugin-common';

/** What is wrong with a document, as tabs show it. */
export function toProblem(problem: OpenSloProblem): Problem {
  const { code, severity, document, path, line, column } = problem;
  return {
    code: `openslo_${code}`,
    severity,
    message: describeOpenSloProblem(problem),
    params: {
      path,
      ...(document.file !== undefined && { file: document.file }),
      ...(document.kind !== undefined && { kind: document.kind }),
      ...(document.name !== undefined && { document: document.name }),
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
    },
  };
}
