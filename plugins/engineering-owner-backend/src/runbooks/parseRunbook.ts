import {
  Problem,
  readFrontMatter,
  RunbookFrontMatter,
} from '@engineering-owner/backstage-plugin-common';
import matter from 'gray-matter';
import { findTitle } from './findTitle';

/** A runbook as its document says. */
export interface ParsedRunbook {
  /** From front matter or the first heading. */
  title?: string;
  frontMatter: RunbookFrontMatter;
  /** Markdown without front matter. */
  content: string;
  problems: Problem[];
}

/** Enough for a hundred alerts; more could keep the YAML parser busy. */
const longestFrontMatter = 10_000;

const opening = /^---[ \t]*([^\s-][^\r\n]*)?\r?\n/;
const closing = /^---[ \t]*\r?$/m;

/** Splits a Markdown document into front matter and the rest. Never throws. */
export function parseRunbook(text: string): ParsedRunbook {
  const document = text.replace(/^\uFEFF/, '');
  const { block, language, content } = split(document);
  const { data, problem } = parseBlock(block, language);
  const { frontMatter, problems } = readFrontMatter(data);
  const title = frontMatter.title ?? findTitle(content);
  return {
    ...(title && { title }),
    frontMatter,
    content,
    problems: problem ? [problem] : problems,
  };
}

function split(text: string): {
  block?: string;
  language: string;
  content: string;
} {
  const start = opening.exec(text);
  const rest = start ? text.slice(start[0].length) : '';
  const end = closing.exec(rest);
  if (!start || !end) {
    return { language: '', content: text };
  }
  return {
    block: rest.slice(0, end.index),
    language: start[1]?.trim() ?? '',
    content: rest.slice(end.index + end[0].length).replace(/^\n/, ''),
  };
}

/**
 * gray-matter would evaluate `---js`, so the language is fixed here and it only
 * ever sees YAML, which it reads with the safe schema.
 */
function parseBlock(
  block: string | undefined,
  language: string,
): { data?: unknown; problem?: Problem } {
  if (block === undefined) {
    return {};
  }
  if (!['', 'yaml', 'yml'].includes(language)) {
    return {
      problem: unusable(
        `Front matter in "${language.slice(
          0,
          40,
        )}" is not read; expected YAML between two lines of ---`,
      ),
    };
  }
  if (block.length > longestFrontMatter) {
    return {
      problem: unusable(
        `Front matter has ${block.length} characters; at most ${longestFrontMatter} are read`,
      ),
    };
  }
  try {
    const { data } = matter(`---\n${block}\n---\n`, { language: 'yaml' });
    return { data };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error)
      .slice(0, 300)
      .split('\n');
    return { problem: unusable(`Front matter is no YAML: ${reason}`) };
  }
}

function unusable(message: string): Problem {
  return { code: 'front_matter_unusable', severity: 'warning', message };
}
