import { isSignedWith, signatureOf } from './signature';

describe('a webhook signature', () => {
  it('is the HMAC-SHA256 of the raw body', () => {
    // From: printf '{"a":1}' | openssl dgst -sha256 -hmac secret
    expect(signatureOf('{"a":1}', 'secret')).toBe(
      'v1=aa9e2e3575f5d7098b6caccd790888c36d5fdb63342a73bada2d6a51747a8494',
    );
  });

  it('matches any of several secrets during a rotation', () => {
    const header = signatureOf('body', 'old', 'new');
    expect(header.split(',')).toHaveLength(2);
    expect(isSignedWith(header, 'body', 'old')).toBe(true);
    expect(isSignedWith(header, 'body', 'new')).toBe(true);
  });

  it.each([
    ['another secret', 'body', 'other'],
    ['a changed body', 'body ', 'secret'],
  ])('does not match %s', (_, body, secret) => {
    expect(isSignedWith(signatureOf('body', 'secret'), body, secret)).toBe(
      false,
    );
  });

  it('does not match a header of another shape', () => {
    expect(isSignedWith('v1=', 'body', 'secret')).toBe(false);
    expect(isSignedWith('', 'body', 'secret')).toBe(false);
  });
});
