import type { SectionStatus } from '@engineering-owner/backstage-plugin-common';

/** Why what is shown is old or absent, from the first section that knows. */
export function sectionReason(
  ...sections: SectionStatus[]
): string | undefined {
  return sections.find(({ state, problem }) => state !== 'ok' && problem)
    ?.problem?.message;
}
