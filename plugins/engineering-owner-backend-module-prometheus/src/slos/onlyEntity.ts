import { InputError } from '@backstage/errors';
import { SliGroup } from '@engineering-owner/backstage-plugin-node';
import { Matcher } from '../promql/selector';
import { escapeRegex } from '../promql/text';

/** The matcher that pins one entity of a group; none where there is only one. */
export function onlyEntity(
  { entityLabel }: Pick<SliGroup, 'entityLabel'>,
  entityValue: string,
): Matcher[] {
  if (entityLabel === undefined) {
    return [];
  }
  if (entityValue === '') {
    throw new InputError(
      `an entity of a group by "${entityLabel}" has a value of that label; found an empty one`,
    );
  }
  return [{ label: entityLabel, operator: '=', value: entityValue }];
}

/** The matchers that let some entities through; none where there is only one. */
export function anyEntity(entityLabel: string, entities: string[]): Matcher[] {
  return entityLabel === ''
    ? []
    : [
        {
          label: entityLabel,
          operator: '=~',
          value: entities.map(escapeRegex).join('|'),
        },
      ];
}
