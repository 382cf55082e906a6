const special = /[.+?^${}()|[\]\\]/g;

/**
 * A path pattern as a regular expression: `*` stays within one folder, `**`
 * crosses folders, everything else is meant literally.
 */
export function globToRegExp(glob: string): RegExp {
  const source = glob
    // As often as it is repeated it means the same, and each one would try all
    // that the others leave.
    .replace(/\*{2,}/g, '**')
    .replace(/(?:\*\*\/)+/g, '**/')
    .split(/(\*\*\/?|\*)/)
    .map(part => {
      switch (part) {
        case '**/':
          return '(?:[^/]+/)*';
        case '**':
          return '.*';
        case '*':
          return '[^/]*';
        default:
          return part.replace(special, '\\$&');
      }
    })
    .join('');
  return new RegExp(`^${source}$`);
}
