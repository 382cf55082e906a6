import {
  Problem,
  SloDefinition,
  SloOrigin,
} from '@engineering-owner/backstage-plugin-common';
import { SloMember } from './matchTemplate';
import { mergeMembers } from './mergeMembers';

const refused: Problem = {
  code: 'promql_invalid',
  severity: 'error',
  message: 'slos.yaml:9 has an unexpected "{"',
};

function member(type: SloOrigin['type'], isRefused = false): SloMember {
  const definition: SloDefinition = {
    entityRef: 'component:default/cart',
    name: 'orders',
    title: 'Orders',
    objective: 0.999,
    window: { type: 'rolling', duration: '28d', seconds: 2419200 },
    indicator: { kind: 'ratio', total: 'requests' },
    definedBy: { type, name: 'orders', place: `the place of the ${type}` },
    source: { type: 'prometheus', name: 'default' },
  };
  return {
    entityRef: definition.entityRef,
    name: definition.name,
    definition,
    ...(isRefused ? { invalid: refused } : { groupId: 'g' }),
  };
}

describe('mergeMembers', () => {
  it.each<[string, SloMember[], SloOrigin['type'], string[]]>([
    [
      'a template before a document',
      [member('document'), member('template')],
      'template',
      [
        'from the place of the template and another of that name from the place of the document',
      ],
    ],
    [
      'a document before an entity',
      [member('entity'), member('document')],
      'document',
      [
        'from the place of the document and another of that name from the entity the place',
      ],
    ],
    [
      'a sound entity before a document that is refused, and why it is',
      [member('document', true), member('entity')],
      'entity',
      ['from the entity the place of the entity and another', refused.message],
    ],
    [
      'a sound document before a template that is refused, and why it is',
      [member('template', true), member('document')],
      'document',
      [
        'from the place of the document and another of that name from the place of the template',
        refused.message,
      ],
    ],
    [
      'what is refused, when there is nothing else',
      [member('document', true)],
      'document',
      [],
    ],
  ])('keeps %s', (_, members, type, told) => {
    const merged = mergeMembers(members);
    expect(merged.members.map(each => each.definition?.definedBy.type)).toEqual(
      [type],
    );
    expect(merged.problems.map(({ message }) => message)).toEqual(
      told.map(text => expect.stringContaining(text)),
    );
  });
});
