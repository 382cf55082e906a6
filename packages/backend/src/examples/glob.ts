const special = /[.+?^${}()|[\]\\]/g;

/**
 * A path pattern as a regular expression: `*` stays within one folder, `**`
 * crosses folders, everything else is meant literally.
 */
export function globToRegExp(glob: string): RegExp {
  const source = glob
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
