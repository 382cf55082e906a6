import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import {
  OpenSloPath,
  OpenSloProblem,
  OpenSloSource,
  TextPosition,
} from './model';
import { ProblemList } from './ProblemList';
import { countLines, readYamlDocuments, YamlDocument } from './yamlDocuments';
import { findStructureProblem, findUnresolvedAlias } from './yamlStructure';
import { validateOpenSlo, OpenSloVerdict } from './validateOpenSlo';

/**
 * Longest text that is parsed, in characters.
 *
 * @public
 */
export const LONGEST_OPENSLO_TEXT = 262_144;

const mostDocuments = 200;
const mostAliases = 50;

/**
 * Splits a YAML text into its OpenSLO documents: each YAML document is one, or
 * a list of them. Never throws: what is no YAML is a problem with its place,
 * and the documents beside it are still there.
 *
 * @public
 */
export function parseOpenSlo(
  text: string,
  options: { file?: string } = {},
): { sources: OpenSloSource[]; problems: OpenSloProblem[] } {
  const { file } = options;
  let index = 0;
  let found = 0;
  const sources: OpenSloSource[] = [];
  const problems: OpenSloProblem[] = [];
  const refuse = (
    code: OpenSloProblem['code'],
    message: string,
    position?: TextPosition,
  ) => {
    const list = new ProblemList({
      ...(file !== undefined && { file }),
      index,
      value: undefined,
      locate: () => position,
    });
    list.add(code, [], message);
    problems.push(...list.problems);
    index += 1;
  };
  if (text.length > LONGEST_OPENSLO_TEXT) {
    refuse(
      'text_too_large',
      `the text has ${text.length} characters; at most ${LONGEST_OPENSLO_TEXT} are read`,
    );
    return { sources, problems };
  }
  const lines = countLines(text);
  let documents: YamlDocument[];
  try {
    documents = readYamlDocuments(text, mostDocuments + 1);
  } catch (error) {
    refuse('yaml_invalid', `is no YAML: ${reasonOf(error)}`);
    return { sources, problems };
  }
  for (const { document, start: begins } of documents.slice(0, mostDocuments)) {
    const at = (offset: number): TextPosition => {
      const { line, col } = lines.linePos(begins + offset);
      return { line: Math.max(line, 1), column: Math.max(col, 1) };
    };
    const [error] = document.errors;
    const flaw = error
      ? { message: error.message, offset: error.pos[0] }
      : findStructureProblem(document.contents);
    if (flaw) {
      refuse(
        'yaml_invalid',
        `is no YAML that can be read: ${flaw.message}`,
        at(flaw.offset),
      );
      continue;
    }
    if (document.contents === null) {
      continue;
    }
    try {
      const value: unknown = document.toJS({ maxAliasCount: mostAliases });
      const values = Array.isArray(value) ? value : [value];
      found += values.length;
      for (const [number, each] of values.entries()) {
        const start = Array.isArray(value) ? [number] : [];
        if (each !== null && sources.length < mostDocuments) {
          sources.push({
            ...(file !== undefined && { file }),
            index,
            value: each,
            locate: (path, part = 'value') => {
              const offset = offsetOf(document, [...start, ...path], part);
              return offset === undefined ? undefined : at(offset);
            },
          });
          index += 1;
        }
      }
    } catch (toJsError) {
      refuse(
        'yaml_invalid',
        `cannot be read: ${reasonOf(toJsError)}`,
        at(findUnresolvedAlias(document) ?? document.range?.[0] ?? 0),
      );
    }
  }
  if (Math.max(documents.length, found) > mostDocuments) {
    refuse(
      'text_too_large',
      `the text has more than ${mostDocuments} documents; the first ${mostDocuments} are read`,
    );
  }
  return { sources, problems };
}

/**
 * Parses a YAML text and judges its documents by every rule of OpenSLO v1.
 *
 * @public
 */
export function checkOpenSlo(
  text: string,
  options: { file?: string } = {},
): OpenSloVerdict {
  const { sources, problems } = parseOpenSlo(text, options);
  const verdict = validateOpenSlo(sources);
  return {
    documents: verdict.documents,
    problems: [...problems, ...verdict.problems],
  };
}

/** Where a value begins, or its key when it is not written on one line. */
function offsetOf(
  document: YamlDocument['document'],
  path: OpenSloPath,
  part: 'key' | 'value',
): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0];
  for (const [index, step] of path.entries()) {
    const inner = isAlias(node) ? node.resolve(document) : node;
    if (isMap(inner)) {
      const pair = inner.items.find(
        ({ key }) => isScalar(key) && String(key.value) === step,
      );
      if (!pair) {
        return offset;
      }
      const value = pair.value;
      const isWanted = part === 'value' || index < path.length - 1;
      const onOneLine = isScalar(value) && value.value !== null;
      offset = startOf(isWanted && onOneLine ? value : pair.key) ?? offset;
      node = value;
    } else if (isSeq(inner) && typeof step === 'number') {
      node = inner.items[step];
      offset = startOf(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
    ? node.range?.[0]
    : undefined;
}

function reasonOf(error: unknown): string {
  const [reason] = String(error instanceof Error ? error.message : error)
    .slice(0, 300)
    .split('\n');
  return reason;
}
