import { FakeSliSource } from '../__testUtils__/FakeSliSource';
import { service } from '../__testUtils__/simulation';
import { compileTemplates } from './compileTemplates';
import { matchTemplate } from './matchTemplate';
import { SloTemplate } from './SloTemplate';

const template: SloTemplate = {
  name: 'availability',
  title: 'Availability',
  place: 'engineeringOwner.slos.templates[0]',
  filter: { kind: 'component' },
  entityLabel: 'service',
  entityValue: 'metadata.name',
  indicator: { ratio: { total: 'requests' } },
  objective: 0.999,
  window: { type: 'rolling', duration: '30d', seconds: 2592000 },
};

function match(changes: Partial<SloTemplate>, annotations = {}) {
  const [compiled] = compileTemplates(
    [{ ...template, ...changes }],
    [new FakeSliSource()],
  );
  const entity = service('Checkout');
  return matchTemplate(compiled, {
    ...entity,
    metadata: { ...entity.metadata, annotations },
  });
}

describe('matchTemplate', () => {
  it("takes the label's value as it is written, the key in lower case", () => {
    expect(match({})).toMatchObject({
      entityRef: 'component:default/checkout',
      entityValue: 'Checkout',
      definition: {
        objective: 0.999,
        source: { type: 'prometheus', name: 'default' },
        indicator: { kind: 'ratio', total: 'requests' },
        definedBy: { type: 'template', place: template.place },
      },
    });
  });

  it('finds the value under a path whose keys hold dots and slashes', () => {
    const entityValue = 'metadata.annotations.example.com/service';
    expect(
      match({ entityValue }, { 'example.com/service': 'shop-checkout' }),
    ).toMatchObject({ entityValue: 'shop-checkout' });
  });

  it('is invalid for an entity that has no such value, and says where it was sought', () => {
    const entityValue = 'metadata.annotations.example.com/service';
    const member = match({ entityValue });

    expect(member.entityValue).toBeUndefined();
    expect(member.invalid?.message).toBe(
      'component:default/checkout has no text at metadata.annotations.example.com/service; the template "availability" (engineeringOwner.slos.templates[0]) takes the value of the label "service" from there',
    );
  });

  it.each([
    ['is longer than 255 characters', 'x'.repeat(256), '256 characters'],
    ['holds a NUL', 'check\u0000out', '"check\\u0000out"'],
    ['holds a line break', 'check\nout', '"check\\nout"'],
  ])('is invalid where the value %s', (_, value, quoted) => {
    const path = 'metadata.annotations.example.com/service';
    const member = match(
      { entityValue: path },
      { 'example.com/service': value },
    );
    expect(member.entityValue).toBeUndefined();
    expect(member.invalid).toMatchObject({ code: 'entity_value_invalid' });
    expect(member.invalid?.message).toContain(quoted);
    expect(member.invalid?.message).toContain(path);
  });

  const selector = 'engineering-owner/sli-selector';

  it('gives an entity that narrows its SLIs a group that all share who write the same', () => {
    const plain = match({});
    const narrowed = match({}, { [selector]: 'namespace="shop"' });
    expect(narrowed).toMatchObject({
      selector: 'namespace="shop"',
      entityValue: 'Checkout',
    });
    expect(narrowed.invalid).toBeUndefined();
    expect(narrowed.groupId).not.toBe(plain.groupId);
    expect(narrowed.groupId).toBe(
      match({}, { [selector]: 'namespace="shop"' }).groupId,
    );
    expect(match({}, { [selector]: ' ' }).groupId).toBe(plain.groupId);
  });

  it('is invalid for an entity that narrows its SLIs by something else, and names the annotation', () => {
    const member = match({}, { [selector]: 'x} or y{' });
    expect(member).toMatchObject({
      definition: { name: 'availability' },
      invalid: {
        message:
          'component:default/checkout, annotation engineering-owner/sli-selector: x} or y{ is not understood',
      },
    });
    expect(member.entityValue).toBeUndefined();
  });

  it('takes a value of 255 characters', () => {
    const value = 'x'.repeat(255);
    expect(
      match(
        { entityValue: 'metadata.annotations.example.com/service' },
        { 'example.com/service': value },
      ).entityValue,
    ).toBe(value);
  });
});

describe('compileTemplates', () => {
  const named = (name: string) =>
    Object.assign(new FakeSliSource(), {
      source: { type: 'prometheus', name },
    });
  const sourceOf = (sources: FakeSliSource[], wanted?: string) => {
    const [compiled] = compileTemplates(
      [
        {
          ...template,
          ...(wanted && { source: { type: 'prometheus', name: wanted } }),
        },
      ],
      sources,
    );
    return compiled.ok ? compiled.source.source.name : compiled.problem.code;
  };

  it.each<[string, FakeSliSource[], string | undefined, string]>([
    ['the only source', [named('eu')], undefined, 'eu'],
    [
      '"default" among several',
      [named('eu'), named('default')],
      undefined,
      'default',
    ],
    ['the one it names', [named('eu'), named('us')], 'us', 'us'],
    [
      'none of several without a default',
      [named('eu'), named('us')],
      undefined,
      'source_unknown',
    ],
    ['none when there is none', [], undefined, 'source_unknown'],
    ['none by another name', [named('eu')], 'us', 'source_unknown'],
  ])('hands a template to %s', (_, sources, wanted, expected) => {
    expect(sourceOf(sources, wanted)).toBe(expected);
  });
});
