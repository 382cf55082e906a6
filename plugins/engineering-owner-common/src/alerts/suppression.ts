import { SourceRef } from '../onCall/model';
import {
  AlertNotification,
  AlertSilence,
  AlertSuppression,
  Silence,
} from './model';

/**
 * What is known of silences, and when.
 *
 * @public
 */
export interface KnownSilences {
  /** The silence of a source, unless it was not read yet. */
  silence: (source: SourceRef, id: string) => Silence | undefined;
  now: Date;
}

type Told = AlertNotification & { source: SourceRef };

/**
 * Why nobody is told of an alert, when all that tell people agree on that.
 *
 * A silence whose end has passed is no reason any more, though its source may
 * still say so: it was read a while ago, and may be out of reach since.
 */
export function suppressionOf(
  told: readonly Told[],
  known: KnownSilences,
): AlertSuppression | undefined {
  const current = told.map(each => withoutPast(each, known));
  if (
    current.length === 0 ||
    current.some(({ state }) => state !== 'suppressed')
  ) {
    return undefined;
  }
  const byId = new Map<string, AlertSilence>();
  for (const { source, silencedBy } of current) {
    for (const id of silencedBy) {
      // Replicas have the same silences; one may not have been read yet.
      const described = describe(id, known.silence(source, id));
      byId.set(id, { ...described, ...byId.get(id) });
    }
  }
  const until = firstEnd(current, byId);
  return {
    silencedBy: [...byId.values()],
    inhibited: current.some(({ inhibitedBy }) => inhibitedBy.length > 0),
    mutedBy: [...new Set(current.flatMap(({ mutedBy }) => mutedBy))],
    ...(until && { until }),
  };
}

function withoutPast(told: Told, { silence, now }: KnownSilences): Told {
  const silencedBy = told.silencedBy.filter(id => {
    const endsAt = silence(told.source, id)?.endsAt;
    return endsAt === undefined || now.getTime() < Date.parse(endsAt);
  });
  const reasons = [...silencedBy, ...told.inhibitedBy, ...told.mutedBy];
  const isOver = told.silencedBy.length > 0 && reasons.length === 0;
  return { ...told, silencedBy, ...(isOver && { state: 'active' }) };
}

/**
 * Each tells people again when the last of its own silences ends, so the first
 * of those ends counts: what one keeps quiet for longer, the other tells.
 */
function firstEnd(
  told: readonly Told[],
  silences: ReadonlyMap<string, AlertSilence>,
): string | undefined {
  const ends = told.map(({ silencedBy, inhibitedBy, mutedBy }) =>
    inhibitedBy.length > 0 || mutedBy.length > 0
      ? []
      : lastFirst(silencedBy.map(id => silences.get(id)?.endsAt)),
  );
  return ends.every(own => own.length > 0)
    ? lastFirst(ends.map(own => own[0])).at(-1)
    : undefined;
}

/** None when one of them is not known. */
function lastFirst(times: Array<string | undefined>): string[] {
  const known = times.flatMap(time => time ?? []);
  return known.length === times.length
    ? known.sort((a, b) => Date.parse(b) - Date.parse(a))
    : [];
}

function describe(id: string, silence: Silence | undefined): AlertSilence {
  return {
    id,
    ...(silence && {
      createdBy: silence.createdBy,
      endsAt: silence.endsAt,
      comment: silence.comment,
      ...(silence.url && { url: silence.url }),
    }),
  };
}
