import { signatureOf } from '@engineering-owner/demo-world';
import { isSigned } from './signature';

const body = Buffer.from('{"a":1}');
// From: printf '{"a":1}' | openssl dgst -sha256 -hmac secret
const right =
  'v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494';

describe('a webhook signature', () => {
  it.each([
    ['the body by the secret', right, ['secret']],
    ['as capital letters', `v1=${right.slice(3).toUpperCase()}`, ['secret']],
    [
      'behind one by a secret we lack',
      `v1=${'0'.repeat(64)},${right}`,
      ['secret'],
    ],
    ['after a space', `v1=${'0'.repeat(64)}, ${right}`, ['secret']],
    ['beside a version we do not know', `v2=abc,${right}`, ['secret']],
    ['by the second of two secrets', right, ['new', 'secret']],
    ['by the first of two secrets', right, ['secret', 'new']],
  ])('is right: %s', (_, header, secrets) => {
    expect(isSigned(header, body, secrets)).toBe(true);
  });

  it.each([
    ['another secret', right, ['other']],
    ['no secret', right, []],
    ['one digit less', right.slice(0, -1), ['secret']],
    ['one digit more', `${right}0`, ['secret']],
    ['another digit', right.replace(/.$/, '5'), ['secret']],
    ['no version', right.slice(3), ['secret']],
    ['another version', right.replace('v1', 'v2'), ['secret']],
    ['nothing', '', ['secret']],
    ['no hexadecimal digits', `v1=${'z'.repeat(64)}`, ['secret']],
    [
      'the right one behind very many',
      `${'v1=0,'.repeat(5000)}${right}`,
      ['secret'],
    ],
  ])('is wrong: %s', (_, header, secrets) => {
    expect(isSigned(header, body, secrets)).toBe(false);
  });

  it('is over the bytes, not over what they decode to', () => {
    const header = signatureOf('{ "a": 1 }', 'secret');
    expect(isSigned(header, body, ['secret'])).toBe(false);
    expect(isSigned(header, Buffer.from('{ "a": 1 }'), ['secret'])).toBe(true);
  });
});
