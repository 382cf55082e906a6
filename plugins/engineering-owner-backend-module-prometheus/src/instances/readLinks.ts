import { JsonValue } from '@backstage/types';
import {
  describeIssues,
  problemOfAddress,
} from '@engineering-owner/backstage-plugin-node/http';
import { z } from 'zod';
import {
  linkPlaceholders,
  unknownPlaceholder,
} from '../slos/links/placeholders';
import { LinkTemplate } from './instance';

const linkSchema = z.strictObject({
  title: z.string().trim().min(1).max(60),
  url: z.string().superRefine((url, context) => {
    const message = problemOfTemplate(url);
    if (message) {
      context.addIssue({ code: 'custom', message });
    }
  }),
});

/** The links of an instance; a wrong one takes only itself out. */
export function readLinks(
  entries: JsonValue[],
  place: string,
): { links: LinkTemplate[]; problems: Array<{ at: string; message: string }> } {
  const links: LinkTemplate[] = [];
  const problems: Array<{ at: string; message: string }> = [];
  entries.forEach((entry, i) => {
    const at = `${place}[${i}]`;
    const parsed = linkSchema.safeParse(entry);
    if (parsed.success) {
      links.push(parsed.data);
    } else {
      problems.push({ at, message: describeIssues(at, entry, parsed.error) });
    }
  });
  return { links, problems };
}

function problemOfTemplate(template: string): string | undefined {
  const unknown = unknownPlaceholder(template);
  if (unknown) {
    return `${unknown} is no placeholder; there are ${linkPlaceholders.join(
      ', ',
    )}`;
  }
  const filled = (value: string) =>
    template.replace(/\{\{\s*\w+\s*\}\}/g, value);
  const problem = problemOfAddress(filled('a'), 'https://grafana.example.com');
  if (problem) {
    return problem;
  }
  // Where a link leads is not for a query to say.
  return new URL(filled('a')).origin === new URL(filled('b')).origin
    ? undefined
    : 'expected placeholders only after the host';
}
