const named = {
  query: '{{query}}',
  queryJson: '{{queryJson}}',
  window: '{{window}}',
  from: '{{from}}',
  to: '{{to}}',
};

const placeholder = /\{\{\s*(\w+)\s*\}\}/g;

/** What may stand in the address of a link, for messages. */
export const linkPlaceholders: readonly string[] = Object.values(named);

export type LinkValues = Record<keyof typeof named, string>;

/** The first placeholder of a template that means nothing. */
export function unknownPlaceholder(template: string): string | undefined {
  return [...template.matchAll(placeholder)].find(
    ([, name]) => !isPlaceholder(name),
  )?.[0];
}

/** The template with all placeholders replaced by values, each URL-encoded. */
export function fillIn(template: string, values: LinkValues): string {
  return template.replace(placeholder, (whole, name) =>
    isPlaceholder(name) ? encodeURIComponent(values[name]) : whole,
  );
}

function isPlaceholder(name: string): name is keyof LinkValues {
  return Object.hasOwn(named, name);
}
