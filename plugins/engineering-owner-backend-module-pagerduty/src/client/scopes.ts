/** The OAuth scope that each endpoint needs, by the beginning of its path. */
const scopes: ReadonlyArray<[path: string, scope: string]> = [
  ['/escalation_policies', 'escalation_policies.read'],
  ['/incidents', 'incidents.read'],
  ['/log_entries', 'incidents.read'],
  ['/oncalls', 'oncalls.read'],
  ['/services', 'services.read'],
  ['/users', 'users.read'],
];

/** What acting on incidents needs beside reading. */
export const writeScope = 'incidents.write';

/** What knowing an account's priorities needs, to open incidents with one. */
export const priorityScope = 'priorities.read';

/** The scope a path needs; undefined for a path we do not ask. */
export function scopeOf(path: string, method = 'GET'): string | undefined {
  if (method !== 'GET' && path.startsWith('/incidents')) {
    return writeScope;
  }
  if (path.startsWith('/priorities')) {
    return priorityScope;
  }
  return scopes.find(([beginning]) => path.startsWith(beginning))?.[1];
}

/** Every scope that reading an account needs, once. */
export const allScopes = [...new Set(scopes.map(([, scope]) => scope))];
