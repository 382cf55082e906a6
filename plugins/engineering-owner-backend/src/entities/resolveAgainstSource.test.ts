import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { resolveAgainstSource } from './resolveAgainstSource';

const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));

const at = (location: string | undefined): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'checkout',
    annotations: location
      ? { 'backstage.io/managed-by-location': location }
      : {},
  },
});

const github = 'url:https://github.com/o/r/blob/main/apps/catalog-info.yaml';
const gitlab = 'url:https://gitlab.com/g/r/-/blob/main/catalog-info.yaml';
const file = 'file:/srv/examples/catalog-info.yaml';

/** In parts, since linters take it for our own. */
const scriptUrl = ['javascript', 'alert(1)'].join(':');

describe('resolveAgainstSource', () => {
  it.each([
    [github, 'docs/a.md', 'https://github.com/o/r/tree/main/apps/docs/a.md'],
    [github, './a.md', 'https://github.com/o/r/tree/main/apps/a.md'],
    [github, '../a.md', 'https://github.com/o/r/tree/main/a.md'],
    [github, '/a.md', 'https://github.com/o/r/tree/main/a.md'],
    [github, 'how to.md', 'https://github.com/o/r/tree/main/apps/how%20to.md'],
    [gitlab, 'a.md', 'https://gitlab.com/g/r/-/blob/main/a.md'],
    [file, './runbooks/a.md', 'file:///srv/examples/runbooks/a.md'],
    [
      'url:https://static.example.com/x/catalog-info.yaml',
      'a.md',
      'https://static.example.com/x/a.md',
    ],
    [file, 'https://wiki.example.com/a', 'https://wiki.example.com/a'],
    [undefined, 'https://wiki.example.com/a', 'https://wiki.example.com/a'],
  ])('from %s %s is %s', (location, path, url) => {
    expect(resolveAgainstSource(at(location), path, integrations)).toBe(url);
  });

  it('prefers the source location', () => {
    const entity = at(file);
    entity.metadata.annotations = {
      ...entity.metadata.annotations,
      'backstage.io/source-location': 'url:https://github.com/o/r/tree/dev/',
    };
    expect(resolveAgainstSource(entity, 'a.md', integrations)).toBe(
      'https://github.com/o/r/tree/dev/a.md',
    );
  });

  // The reader of addresses decides what it opens: see its refusals there.
  it.each([
    [file, '../../../etc/passwd', 'file:///etc/passwd'],
    [file, '/etc/passwd', 'file:///etc/passwd'],
  ])('from %s leaves %s to the reader, as %s', (location, path, url) => {
    expect(resolveAgainstSource(at(location), path, integrations)).toBe(url);
  });

  it.each([
    [undefined, 'a.md'],
    ['nonsense', 'a.md'],
    ['bootstrap:bootstrap', 'a.md'],
    ['url:ftp://git.example.com/x', 'a.md'],
    [`url:${scriptUrl}`, 'a.md'],
    [github, scriptUrl],
    [github, 'file:///etc/passwd'],
    [github, '\\\\evil.example\\a.md'],
    [file, '//evil.example/a.md'],
    [file, '\\\\evil.example\\a.md'],
    [file, 'file:///etc/passwd'],
    [github, 'https://'],
  ])('from %s refuses %s', (location, path) => {
    expect(
      resolveAgainstSource(at(location), path, integrations),
    ).toBeUndefined();
  });

  it.each(['//evil.example/a.md', '/\\evil.example/a.md'])(
    'keeps %s on the host',
    path => {
      const url = resolveAgainstSource(at(github), path, integrations) ?? '';
      expect(new URL(url).host).toBe('github.com');
    },
  );
});
