import { mergeRunbooks, normaliseRunbookLocation } from './identity';
import { RunbookOrigin } from './model';

const file = 'https://github.com/o/r/blob/main/docs/a.md';

describe('normaliseRunbookLocation', () => {
  it.each([
    ['https://github.com/o/r/tree/main/docs/a.md', file],
    ['https://GitHub.com:443/o/r/blob/main/docs/a.md#steps', file],
    ['https://github.com/o/r/raw/main/docs/a.md', file],
    ['https://me:secret@github.com/o/r/edit/main/docs/a.md', file],
    ['https://github.com/o/r/blob/main/x/../docs/a.md', file],
    [
      'https://gitlab.com/group/sub/r/-/raw/main/a.md',
      'https://gitlab.com/group/sub/r/-/blob/main/a.md',
    ],
    ['https://wiki.example.com/', 'https://wiki.example.com'],
    ['https://wiki.example.com/a/', 'https://wiki.example.com/a'],
    ['https://wiki.example.com/a?page=1', 'https://wiki.example.com/a?page=1'],
    ['file:///srv/examples/a.md', 'file:///srv/examples/a.md'],
  ])('%s is %s', (url, location) => {
    expect(normaliseRunbookLocation(url)).toBe(location);
  });

  it.each([
    ['https://wiki.example.com/a', 'https://wiki.example.com/b'],
    ['https://wiki.example.com/a?page=1', 'https://wiki.example.com/a?page=2'],
    ['http://wiki.example.com/a', 'https://wiki.example.com/a'],
    [file, 'https://github.com/o/r/blob/dev/docs/a.md'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(normaliseRunbookLocation(one)).not.toBe(
      normaliseRunbookLocation(other),
    );
  });

  it('takes long addresses without delay', () => {
    const url = `https://example.com/${'a/-/'.repeat(20_000)}`;
    const start = performance.now();
    normaliseRunbookLocation(url);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('mergeRunbooks', () => {
  const annotation: RunbookOrigin = {
    kind: 'annotation',
    entityRef: 'component:default/checkout',
    annotation: 'engineering-owner/runbooks',
  };
  const rule: RunbookOrigin = { kind: 'alert_rule', alert: 'CheckoutErrors' };

  it('makes one runbook of all places that mean it', () => {
    expect(
      mergeRunbooks([
        { url: file, origin: annotation },
        { url: 'https://wiki.example.com/b', origin: annotation },
        { url: `${file}#steps`, origin: rule },
        { url: `${file}#steps`, origin: rule },
      ]),
    ).toEqual([
      { location: file, url: file, origins: [annotation, rule] },
      {
        location: 'https://wiki.example.com/b',
        url: 'https://wiki.example.com/b',
        origins: [annotation],
      },
    ]);
  });
});
