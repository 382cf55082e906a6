/** The OAuth scope that each endpoint needs, by the beginning of its path. */
const scopes: ReadonlyArray<[path: string, scope: string]> = [
  ['/escalation_policies', 'escalation_policies.read'],
  ['/incidents', 'incidents.read'],
  ['/log_entries', 'incidents.read'],
  ['/oncalls', 'oncalls.read'],
  ['/services', 'services.read'],
  ['/users', 'users.read'],
];

/** The scope a path needs; undefined for a path we do not read. */
export function scopeOf(path: string): string | undefined {
  return scopes.find(([beginning]) => path.startsWith(beginning))?.[1];
}

/** Every scope that reading an account needs, once. */
export const allScopes = [...new Set(scopes.map(([, scope]) => scope))];
