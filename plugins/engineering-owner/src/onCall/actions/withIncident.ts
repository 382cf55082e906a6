import {
  type IncidentStatus,
  inOrderOfNeed,
  latestResolvedFirst,
  type OnCallResponse,
} from '@engineering-owner/backstage-plugin-common';

/**
 * The On-call answer with one incident as it is after somebody acted on it, so
 * that the tab shows it before the answer is read again.
 */
export function withIncident(
  answer: OnCallResponse,
  changed: IncidentStatus,
): OnCallResponse {
  const { open, recent, resolved } = answer.incidents;
  const isOther = ({ id, source }: IncidentStatus) =>
    id !== changed.id || source.name !== changed.source.name;
  const others = { open: open.filter(isOther), recent: recent.filter(isOther) };
  if (changed.status === 'resolved') {
    return {
      ...answer,
      incidents: {
        open: others.open,
        recent: latestResolvedFirst([changed, ...others.recent]),
        ...(resolved && {
          resolved:
            others.recent.length < recent.length
              ? resolved
              : {
                  ...resolved,
                  [changed.urgency]: resolved[changed.urgency] + 1,
                },
        }),
      },
    };
  }
  const before = open.find(each => !isOther(each));
  // What came of an action does not say what else may be done.
  const may = changed.may ?? before?.may ?? answer.may;
  return {
    ...answer,
    incidents: {
      open: inOrderOfNeed([
        { ...changed, ...(may && { may }) },
        ...others.open,
      ]),
      recent: others.recent,
      ...(resolved && { resolved }),
    },
  };
}
