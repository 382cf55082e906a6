import { markdownLink, markdownText } from './markdownText';

describe('markdownText', () => {
  it.each([
    {
      text: 'checkout answers with errors',
      is: 'checkout answers with errors',
    },
    {
      text: 'p95-latency > 300 ms (5m)',
      is: 'p95-latency \\> 300 ms \\(5m\\)',
    },
    {
      text: '**bold** _it_ `code` ~~no~~',
      is: '\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~',
    },
    {
      text: '[click](https://evil.example)',
      is: '\\[click\\]\\(https:\u200b//evil.example\\)',
    },
    {
      text: '![x](//evil.example/p.png)',
      is: '\\!\\[x\\]\\(//evil.example/p.png\\)',
    },
    {
      text: '<img src=x onerror=alert(1)>',
      is: '\\<img src=x onerror=alert\\(1\\)\\>',
    },
    { text: '&lt;script&gt;', is: '\\&lt;script\\&gt;' },
    { text: 'see https://evil.example', is: 'see https:\u200b//evil.example' },
    { text: 'see WWW.evil.example', is: 'see WWW\u200b.evil.example' },
    { text: '<https://evil.example>', is: '\\<https:\u200b//evil.example\\>' },
    { text: '@channel look', is: '@\u200bchannel look' },
    { text: 'ada@example.org', is: 'ada@\u200bexample.org' },
    { text: 'back\\slash', is: 'back\\\\slash' },
    { text: '\\[not escaped\\]', is: '\\\\\\[not escaped\\\\\\]' },
    { text: '# heading', is: '\\# heading' },
    { text: '- item', is: '\\- item' },
    { text: '+ item', is: '\\+ item' },
    { text: '1. item', is: '1\\. item' },
    { text: '2) item', is: '2\\) item' },
    { text: '> quote', is: '\\> quote' },
    { text: '===', is: '\\===' },
    { text: '---', is: '\\---' },
    { text: '| a | b |', is: '\\| a \\| b \\|' },
    { text: 'costs $5 and $6', is: 'costs \\$5 and \\$6' },
    { text: 'line\n\n# break\r\n\tand tab', is: 'line \\# break and tab' },
    { text: 'a\u2028b\u0000c\u0085d', is: 'a b c d' },
    { text: 'user\u202egpj.exe', is: 'usergpj.exe' },
    { text: 'zero\u200bwidth', is: 'zerowidth' },
    { text: '  \n ', is: '' },
    { text: 'Größe 日本 🚀', is: 'Größe 日本 🚀' },
  ])('of $text is $is', ({ text, is }) => {
    expect(markdownText(text)).toBe(is);
  });

  it('cuts what is longer than a line, between characters', () => {
    expect(markdownText('🚀'.repeat(301))).toBe(`${'🚀'.repeat(300)}…`);
    expect(markdownText('*'.repeat(5_000_000))).toBe(`${'\\*'.repeat(300)}…`);
  });
});

describe('markdownLink', () => {
  it.each([
    {
      name: 'an address',
      url: 'https://demo.pagerduty.com/incidents/Q1?a=1&copy;=2#c',
      is: '[a \\[b\\]](https://demo.pagerduty.com/incidents/Q1?a=1&copy%3B=2#c)',
    },
    {
      name: 'an address with brackets and blanks',
      url: 'https://example.org/a) b_(c)"<d>',
      is: '[a \\[b\\]](https://example.org/a%29%20b%5F%28c%29%22%3Cd%3E)',
    },
    { name: 'a script', url: `${'javascript'}:alert(1)`, is: 'a \\[b\\]' },
    { name: 'data', url: 'data:text/html,x', is: 'a \\[b\\]' },
    {
      name: 'another host than it seems',
      url: 'https://pagerduty.com@evil.example',
      is: 'a \\[b\\]',
    },
    { name: 'no address', url: 'not an address', is: 'a \\[b\\]' },
    { name: 'nothing', url: undefined, is: 'a \\[b\\]' },
  ])('to $name is $is', ({ url, is }) => {
    expect(markdownLink('a [b]', url)).toBe(is);
  });
});
