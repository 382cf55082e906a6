import { SourceRef } from './model';

/**
 * The channel of the portal's signals on which the backend says that something
 * about on-call changed.
 *
 * @public
 */
export const onCallSignalChannel = 'engineering-owner:on-call';

/**
 * A service of an on-call account.
 *
 * @public
 */
export type OnCallServiceRef = {
  source: Pick<SourceRef, 'type' | 'name'>;
  id: string;
};

/**
 * What is said: of which services something changed, and nothing of what. It
 * goes to everybody who is signed in, whatever they may read, and may be lost.
 *
 * @public
 */
export type OnCallSignal = { services: 'all' | OnCallServiceRef[] };

/** More are not named one by one: a message stays below some 5 kB. */
const mostNamed = 50;

/**
 * The message about services that changed, each named once.
 *
 * @public
 */
export function onCallSignal(
  changed: Iterable<OnCallServiceRef>,
): OnCallSignal {
  const byKey = new Map<string, OnCallServiceRef>();
  for (const { source, id } of changed) {
    const { type, name } = source;
    byKey.set(JSON.stringify([type, name, id]), { source: { type, name }, id });
  }
  return {
    services: byKey.size > mostNamed ? 'all' : [...byKey.values()],
  };
}

/**
 * Whether a message is about one of some services. One that does not read as
 * expected, of a backend of another version, is taken to be about all: reading
 * once too often does no harm.
 *
 * @public
 */
export function isAboutServices(
  message: unknown,
  services: readonly OnCallServiceRef[],
): boolean {
  const named = (message as Partial<OnCallSignal> | null)?.services;
  if (!Array.isArray(named)) {
    return services.length > 0;
  }
  return services.some(({ source, id }) =>
    named.some(
      each =>
        each?.id === id &&
        each.source?.type === source.type &&
        each.source.name === source.name,
    ),
  );
}
