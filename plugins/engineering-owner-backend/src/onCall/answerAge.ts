import { OnCallResponse } from '@engineering-owner/backstage-plugin-common';

/**
 * How old the answer is: as its stale sections, or else as the incidents, which
 * are read every minute. Shifts are read less often and have an age of their own.
 */
export function answerAge(
  sections: OnCallResponse['sections'],
): string | undefined {
  const { incidents, ...others } = sections;
  const stale = Object.values(sections).filter(
    ({ state }) => state === 'stale',
  );
  const [asOf] = (stale.length > 0 ? stale : [incidents])
    .flatMap(section => section.asOf ?? [])
    .sort();
  return (
    asOf ??
    Object.values(others)
      .flatMap(section => section.asOf ?? [])
      .sort()
      .at(0)
  );
}
