import type { OwnershipResponse } from '@engineering-owner/backstage-plugin-common';
import { holderName } from '../people';
import type { Tone } from '../status';
import type { T } from '../translation';
import { problemTone } from './problemTone';
import { problemSentence } from './problemText';

/** The first line of the tab: the worst problem, or who owns this. */
export function ownershipHeadline(
  t: T,
  { problems, primary, deputy, owner }: OwnershipResponse,
): { tone: Tone; sentence: string } {
  const [worst, ...others] = problems;
  if (worst) {
    const problem = problemSentence(t, worst);
    return {
      tone: problemTone(worst),
      sentence:
        others.length > 0
          ? t('ownership.headline.more', { problem, count: others.length })
          : problem,
    };
  }
  if (primary) {
    return {
      tone: 'fine',
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
        sentence: t('ownership.headline.group', { owner: holderName(owner) }),
      }
    : { tone: 'unknown', sentence: t('ownership.headline.unread') };
}
