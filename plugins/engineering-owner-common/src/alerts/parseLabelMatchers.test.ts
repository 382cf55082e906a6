import { parseLabelMatchers } from './parseLabelMatchers';

describe('parseLabelMatchers', () => {
  it('reads names, operators and values', () => {
    expect(
      parseLabelMatchers(
        ` namespace="shop", pod=~'a.*',b!="c",d !~ \`\\d+\`, `,
      ),
    ).toEqual([
      { name: 'namespace', value: 'shop', isRegex: false, isEqual: true },
      { name: 'pod', value: 'a.*', isRegex: true, isEqual: true },
      { name: 'b', value: 'c', isRegex: false, isEqual: false },
      { name: 'd', value: '\\d+', isRegex: true, isEqual: false },
    ]);
  });

  it.each([
    ['a="\\"\\\\\\n"', '"\\\n'],
    ['a="\\x41\\u00e9\\U0001F600\\101"', 'Aé😀A'],
    ['a="b,c=\\"d\\""', 'b,c="d"'],
    ['a=""', ''],
  ])('undoes the escapes of %s', (text, value) => {
    expect(parseLabelMatchers(text)?.map(each => each.value)).toEqual([value]);
  });

  it.each([
    '',
    ' ',
    ',',
    'namespace',
    'namespace=shop',
    'namespace="shop',
    'namespace=="shop"',
    'a="b" c="d"',
    'a="b",,c="d"',
    'a="b"}',
    'up{a="b"}',
    'a="\\q"',
    'a="\\U00110000"',
    'a-b="c"',
  ])('does not understand %j', text => {
    expect(parseLabelMatchers(text)).toBeUndefined();
  });
});
