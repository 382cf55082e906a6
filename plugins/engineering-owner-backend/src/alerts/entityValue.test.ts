import { entityValueOf } from './entityValue';

describe('entityValueOf', () => {
  it.each([
    ['Checkout', 'checkout'],
    [undefined, ''],
    ['x'.repeat(255), 'x'.repeat(255)],
    ['x'.repeat(256), ''],
    ['check\u0000out', ''],
    ['check\nout', ''],
  ])('turns %j into %j', (text, value) => {
    expect(entityValueOf(text)).toBe(value);
  });
});
