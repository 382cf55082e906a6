import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { holderName } from '../people';
import { formatTime } from '../figures';
import type { Headline } from '../status';
import type { T } from '../translation';
import { problemTone } from './problemTone';
import { problemSentence } from './problemText';

/**
 * The first line of the tab: the worst problem, or who owns this. While it is
 * not known who is called, it is not known either whether the owner is.
 */
export function ownershipHeadline(
  t: T,
  ownership: OwnershipResponse,
  now: Date,
): Headline {
  const headline = holderHeadline(t, ownership);
  const { state, asOf } = ownership.sections.escalation;
  return headline.tone === 'fine' &&
    state === 'stale' &&
    asOf &&
    ownership.escalation.length > 0
    ? {
        tone: 'unknown',
        code: 'escalation_stale',
        sentence: t('ownership.headline.escalation_stale', {
          sentence: headline.sentence,
          asOf: formatTime(asOf, now),
        }),
      }
    : headline;
}

function holderHeadline(
  t: T,
  { problems, primary, deputy, owner }: OwnershipResponse,
): Headline {
  const [worst, ...others] = problems;
  if (worst) {
    const problem = problemSentence(t, worst);
    return {
      tone: problemTone(worst),
      code: worst.code,
      sentence:
        others.length > 0
          ? t('ownership.headline.more', { problem, count: others.length })
          : problem,
    };
  }
  if (primary) {
    return {
      tone: 'fine',
      code: 'primary',
      sentence: deputy
        ? t('ownership.headline.both', {
            primary: holderName(primary),
            deputy: holderName(deputy),
          })
        : t('ownership.headline.primary', { primary: holderName(primary) }),
    };
  }
  return owner
    ? {
        tone: 'fine',
        code: 'group',
        sentence: t('ownership.headline.group', { owner: holderName(owner) }),
      }
    : {
        tone: 'unknown',
        code: 'unread',
        sentence: t('ownership.headline.unread'),
      };
}
