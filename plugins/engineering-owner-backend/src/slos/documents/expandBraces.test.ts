import { expandBraces } from './expandBraces';

describe('expandBraces', () => {
  it.each([
    ['slos.yaml', ['slos.yaml']],
    ['slos/{a,b}.yaml', ['slos/a.yaml', 'slos/b.yaml']],
    ['{a, b}/{1,2}', ['a/1', 'a/2', 'b/1', 'b/2']],
    ['a{}b', ['a{}b']],
    ['{a', ['{a']],
  ])('%s', (location, expanded) => {
    expect(expandBraces(location)).toEqual(expanded);
  });

  it('ends', () => {
    const many = `{${Array.from({ length: 30 }, (_, i) => i)}}`;
    expect(expandBraces(many.repeat(8))).toHaveLength(21);
  });
});
