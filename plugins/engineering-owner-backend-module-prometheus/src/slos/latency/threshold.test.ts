import { isBound, neighbours, usualSpellings } from './bounds';
import { parseThreshold } from './threshold';

describe('parseThreshold', () => {
  it.each([
    ['300ms', 0.3],
    ['0.3s', 0.3],
    ['1s', 1],
    [' 2 m ', 120],
    ['250us', 0.00025],
    ['300', undefined],
    ['0s', undefined],
    ['-1s', undefined],
    ['fast', undefined],
  ])('reads %j as %s seconds', (text, seconds) => {
    expect(parseThreshold(text)).toBe(seconds);
  });
});

describe('Bounds', () => {
  it.each([
    ['1', 1, true],
    ['1.0', 1, true],
    ['1e0', 1, true],
    ['0.30', 0.3, true],
    ['0.3', 0.1 + 0.2, true],
    ['0.25', 0.3, false],
    ['+Inf', 1, false],
    ['', 0, false],
    ['many', 1, false],
  ])('%j is the bound %d: %s', (spelling, bound, expected) => {
    expect(isBound(spelling, bound)).toBe(expected);
  });

  it('are known in their usual spellings before they are seen', () => {
    expect(usualSpellings(1)).toEqual(['1', '1.0']);
    expect(usualSpellings(0.3)).toEqual(['0.3']);
  });

  it.each([
    [0.3, { below: '0.25', above: '0.5' }],
    [0.01, { below: undefined, above: '0.1' }],
    [99, { below: '1.0', above: '+Inf' }],
  ])('have neighbours: of %d', (bound, expected) => {
    const spellings = ['+Inf', '1.0', '0.5', '0.1', '0.25', 'odd'];
    expect(neighbours(spellings, bound)).toEqual(expected);
  });
});
