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
  if (state === 'ok') {
    return undefined;
  }
  const sentence = stateText(t, { state, asOf }, source, now);
  return problem
    ? t('shared.section.reason', { sentence, reason: problem.message })
    : sentence;
}

function stateText(
  t: T,
  { state, asOf }: Pick<SectionStatus, 'state' | 'asOf'>,
  source: string,
  now: Date,
): string {
  switch (state) {
    case 'pending':
      return t('shared.section.pending', { source });
    case 'not_configured':
      return t('shared.section.notConfigured');
    default:
      return asOf
        ? t('shared.section.stale', { source, since: formatTime(asOf, now) })
        : t('shared.section.staleNever', { source });
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
  const { section } = props;
  const note = noteText(t, section, props.source, now);
  return note ? (
    <StatusWord
      tone={
        section.state === 'stale' || section.problem ? 'look_today' : 'unknown'
      }
    >
      {note}
    </StatusWord>
  ) : null;
};
