// Hostile addresses are what some of these tests are about.
/* eslint-disable no-script-url */
import { safeUrl } from './safeUrl';

describe('safeUrl', () => {
  it.each([
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['http://example.com', 'http://example.com/'],
    [' https://example.com/x', 'https://example.com/x'],
  ])('lets %p through', (address, url) => {
    expect(safeUrl(address)).toBe(url);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:msgbox(1)',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'relative/path.md',
    '//example.com/x',
    'not a url',
    '',
    undefined,
  ])('refuses %p', address => {
    expect(safeUrl(address)).toBeUndefined();
  });

  it('resolves a relative address against its base', () => {
    expect(safeUrl('./b.md', 'https://example.com/docs/a.md')).toBe(
      'https://example.com/docs/b.md',
    );
  });

  it('refuses other schemes with a base too', () => {
    expect(
      safeUrl('javascript:alert(1)', 'https://example.com/docs/a.md'),
    ).toBeUndefined();
  });
});
