import type { SourceRef } from '@engineering-owner/backstage-plugin-common';
import { useT } from '../../translation';
import { ChoiceField } from './ChoiceField';
import { useIncidentPriorities } from './useIncidentPriorities';

/**
 * The priorities of an account. Nothing where it has none; where they cannot be
 * read, an incident can be opened without.
 */
export const PriorityField = (props: {
  source: SourceRef;
  chosen: string;
  onChoose: (name: string) => void;
}) => {
  const t = useT();
  const result = useIncidentPriorities();
  const account =
    result.status === 'loaded'
      ? result.data.priorities.find(
          ({ source }) =>
            source.type === props.source.type &&
            source.name === props.source.name,
        )
      : undefined;
  const names = account?.names ?? [];
  const failed =
    result.status === 'failed'
      ? result.error.message
      : account?.problem?.message;
  if (result.status === 'loaded' && names.length === 0 && !failed) {
    return null;
  }
  return (
    <ChoiceField
      label={t('onCall.act.page.priority')}
      chosen={names.includes(props.chosen) ? props.chosen : ''}
      choices={[
        ['', t('onCall.act.page.noPriority')],
        ...names.map((name): [string, string] => [name, name]),
      ]}
      help={failed && t('onCall.act.page.prioritiesFailed', { reason: failed })}
      onChoose={props.onChoose}
    />
  );
};
