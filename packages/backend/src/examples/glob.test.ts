import { globToRegExp } from './glob';

describe('globToRegExp', () => {
  it.each([
    ['slos/*.yaml', 'slos/checkout.yaml', true],
    ['slos/*.yaml', 'slos/old/checkout.yaml', false],
    ['slos/*.yaml', 'slos/checkoutXyaml', false],
    ['slos/**/*.yaml', 'slos/checkout.yaml', true],
    ['slos/**/*.yaml', 'slos/old/2026/checkout.yaml', true],
    ['slos/**', 'slos/old/checkout.md', true],
    ['slo?.yaml', 'slos.yaml', false],
    ['a(b)+.md', 'a(b)+.md', true],
  ])('%s against %s is %s', (glob, path, matches) => {
    expect(globToRegExp(glob).test(path)).toBe(matches);
  });
});
