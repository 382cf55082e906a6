import { Readable } from 'node:stream';
import { FakeUrlReader } from '../__testUtils__/FakeUrlReader';
import { readDocument } from './readDocument';

const url = 'https://git.example.com/a.md';
const { signal } = new AbortController();

const read = (document: string | Buffer | Error, etag?: string) =>
  readDocument(new FakeUrlReader({ [url]: document }), { url, signal, etag });

describe('readDocument', () => {
  it('reads text and its version', async () => {
    expect(await read('# Ä')).toEqual({ kind: 'text', text: '# Ä', etag: '4' });
  });

  it('reads it once a version', async () => {
    expect(await read('# A', '3')).toEqual({ kind: 'not_modified' });
  });

  it.each<[string, string | Buffer | Error, string]>([
    ['5 MB', 'x'.repeat(5_000_000), 'too_large'],
    ['one byte too many', 'x'.repeat(200_001), 'too_large'],
    ['just enough', 'x'.repeat(200_000), 'text'],
    ['zero bytes', 'a\0b', 'not_markdown'],
    ['a web page', '\n<!DOCTYPE html><p>Hi', 'not_markdown'],
    ['another web page', '<html lang="en">', 'not_markdown'],
    ['Markdown with HTML in it', '<details>', 'text'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x41]), 'text'],
    ['a failing host', new Error('502 Bad Gateway'), 'unreadable'],
  ])('takes %s', async (_, document, kind) => {
    expect(await read(document)).toMatchObject({ kind });
  });

  it.each([
    ['https://git.example.com/gone.md', 'not_found'],
    ['https://wiki.example.com/a', 'not_allowed'],
    ['file:///etc/passwd', 'not_allowed'],
  ])('tells why %s was not read: %s', async (other, kind) => {
    const reader = new FakeUrlReader({});
    expect(await readDocument(reader, { url: other, signal })).toEqual({
      kind,
    });
  });

  it('stops downloading what is too large', async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 1;
        this.push(Buffer.alloc(100_000, 'x'));
      },
    });
    const reader = new FakeUrlReader({});
    reader.readUrl = async () => ({
      stream: () => endless,
      buffer: () => Promise.reject(new Error('would never end')),
    });

    expect(await readDocument(reader, { url, signal })).toEqual({
      kind: 'too_large',
    });
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(10);
  });

  it('reads from readers that have no stream', async () => {
    const reader = new FakeUrlReader({});
    reader.readUrl = async () => ({ buffer: async () => Buffer.from('# A') });
    expect(await readDocument(reader, { url, signal })).toEqual({
      kind: 'text',
      text: '# A',
    });
  });

  it('ends with its task, whatever the reader does', async () => {
    const controller = new AbortController();
    const reader = new FakeUrlReader({});
    reader.readUrl = () => new Promise(() => {});
    const reading = readDocument(reader, { url, signal: controller.signal });
    controller.abort(new Error('shutting down'));
    await expect(reading).rejects.toThrow('shutting down');
  });
});
