/** The OAuth scope that each endpoint needs, by the beginning of its path. */
const scopes: ReadonlyArray<[path: string, scope: string]> = [
  ['/escalation_policies', 'escalation_policies.read'],
  ['/incidents', 'incidents.read'],
  ['/log_entries', 'incidents.read'],
  ['/oncalls', 'oncalls.read'],
  ['/priorities', 'priorities.read'],
  ['/services', 'services.read'],
  ['/users', 'users.read'],
];

/** What acting on incidents needs beside reading. */
export const writeScope = 'incidents.write';

/** The scope a path needs; undefined for a path we do not ask. */
export function scopeOf(path: string, method = 'GET'): string | undefined {
  if (method !== 'GET' && path.startsWith('/incidents')) {
    return writeScope;
  }
  return scopes.find(([beginning]) => path.startsWith(beginning))?.[1];
}
