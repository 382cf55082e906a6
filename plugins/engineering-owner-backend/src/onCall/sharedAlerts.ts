import {
  ANNOTATION_SLI_SELECTOR,
  Problem,
} from '@engineering-owner/backstage-plugin-common';

/** More of one name are not named one by one. */
const mostNamed = 3;

/** That alerts which are shown may be of others of the same name as well. */
export function sharedAlerts(namesakes: string[]): Problem[] {
  if (namesakes.length === 0) {
    return [];
  }
  const more = namesakes.length - mostNamed;
  const names = [
    ...namesakes.slice(0, mostNamed).map(ref => `"${ref}"`),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
  return [
    {
      code: 'alerts_shared',
      severity: 'warning',
      message: `Alerts that are shown here may be of ${names}: nothing but the namespace tells them apart. Say by the annotation ${ANNOTATION_SLI_SELECTOR} of each which labels its alerts have`,
      params: { entities: names },
    },
  ];
}
