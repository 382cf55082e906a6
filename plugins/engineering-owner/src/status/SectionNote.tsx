import type { SectionStatus } from '@engineering-owner/backstage-plugin-common';
import { formatTime, useNow } from '../figures';
import { type T, useT } from '../translation';
import { StatusWord } from './StatusWord';

function noteText(
  t: T,
  { state, asOf, problem }: SectionStatus,
  source: string,
  now: Date,
): string | undefined {
  switch (state) {
    case 'ok':
      return undefined;
    case 'pending':
      return t('shared.section.pending', { source });
    case 'not_configured':
      return t('shared.section.notConfigured');
    default: {
      const sentence = asOf
        ? t('shared.section.stale', { source, since: formatTime(asOf, now) })
        : t('shared.section.staleNever', { source });
      return problem
        ? t('shared.section.reason', { sentence, reason: problem.message })
        : sentence;
    }
  }
}

/** What is the matter with the source of a section; nothing when it answers. */
export const SectionNote = (props: {
  section: SectionStatus;
  /** The vendor's name. */
  source: string;
}) => {
  const t = useT();
  const now = useNow();
  const note = noteText(t, props.section, props.source, now);
  return note ? (
    <StatusWord
      tone={props.section.state === 'stale' ? 'look_today' : 'unknown'}
    >
      {note}
    </StatusWord>
  ) : null;
};
