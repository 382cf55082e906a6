import { Document, LineCounter, parseAllDocuments, ParsedNode } from 'yaml';

/** A document of a YAML text; offsets in it count from `start` of the text. */
export interface YamlDocument {
  document: Document.Parsed<ParsedNode> | Document;
  start: number;
}

/** Where a document begins, whatever stands before: YAML knows no other use. */
const marker = /^---(?=\s|$)/gm;

/**
 * The first documents of a YAML text. One that is broken may swallow those after
 * it, as a quote does that is never closed: its text is then read again, each
 * piece between two markers by itself.
 *
 * @param most - documents after which no more are looked for
 */
export function readYamlDocuments(text: string, most: number): YamlDocument[] {
  const found: YamlDocument[] = [];
  for (const document of parse(text)) {
    const [start, , end] = document.range ?? [0, 0, text.length];
    const pieces = document.errors.length
      ? splitAtMarkers(text.slice(start, end))
      : [];
    if (pieces.length < 2) {
      found.push({ document, start: 0 });
    }
    for (const piece of pieces.length < 2 ? [] : pieces) {
      if (found.length < most) {
        found.push(
          ...parse(piece.text).map(each => ({
            document: each,
            start: start + piece.start,
          })),
        );
      }
    }
    if (found.length >= most) {
      break;
    }
  }
  return found.slice(0, most);
}

function parse(text: string): YamlDocument['document'][] {
  // Keys given twice are looked for elsewhere, in linear time.
  return [
    ...parseAllDocuments(text, { uniqueKeys: false, prettyErrors: false }),
  ];
}

function splitAtMarkers(text: string): Array<{ text: string; start: number }> {
  const starts = [...text.matchAll(marker)].map(({ index }) => index);
  const all = starts[0] === 0 ? starts : [0, ...starts];
  return all.map((start, i) => ({
    text: text.slice(start, all[i + 1]),
    start,
  }));
}

/** Tells line and column of an offset in a text. */
export function countLines(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
  return lines;
}
