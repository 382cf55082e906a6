import { promises as fs } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { ExampleFilesReader } from './exampleFilesReader';

describe('ExampleFilesReader', () => {
  const folder = createMockDirectory();
  const url = (name: string) => `${pathToFileURL(folder.path)}/${name}`;
  let reader: ExampleFilesReader;

  beforeEach(() => {
    folder.setContent({
      'secret.md': 'not for you',
      examples: {
        'runbook.md': '# Checkout',
        slos: { 'a.yaml': 'a', 'b.yaml': 'b', old: { 'c.yaml': 'c' } },
      },
      'examples-of-others': { 'runbook.md': 'not for you' },
    });
    reader = new ExampleFilesReader({ root: folder.resolve('examples') });
  });

  it('reads a file below its folder', async () => {
    const response = await reader.readUrl(url('examples/runbook.md'));
    expect((await response.buffer()).toString()).toBe('# Checkout');
  });

  it('says when a file is as it was', async () => {
    const { etag } = await reader.readUrl(url('examples/runbook.md'));
    await expect(
      reader.readUrl(url('examples/runbook.md'), { etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('says when there is no such file', async () => {
    await expect(reader.readUrl(url('examples/gone.md'))).rejects.toMatchObject(
      { name: 'NotFoundError' },
    );
  });

  it.each([
    'secret.md',
    'gone.md',
    'examples/../secret.md',
    'examples/%2E%2E/secret.md',
    'examples-of-others/runbook.md',
  ])('refuses %s', async name => {
    await expect(reader.readUrl(url(name))).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });

  it('refuses a link that leads out of its folder', async () => {
    await fs.symlink(
      folder.resolve('secret.md'),
      folder.resolve('examples/link.md'),
    );
    await expect(reader.readUrl(url('examples/link.md'))).rejects.toMatchObject(
      { name: 'NotAllowedError' },
    );
  });

  it.each([
    ['examples/slos/*.yaml', ['a', 'b']],
    ['examples/slos/**/*.yaml', ['a', 'b', 'c']],
    ['*.md', []],
    ['examples-of-others/*.md', []],
  ])('finds by %s', async (pattern, contents) => {
    const { files } = await reader.search(url(pattern));
    const found = await Promise.all(files.map(file => file.content()));
    expect(found.map(String)).toEqual(contents);
  });
});
