import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openBrowser, openPage } from './browser.mjs';
import { openTab } from './entityTab.mjs';

const built = new URL('../packages/app/dist/static/', import.meta.url).pathname;
const KIBIBYTE = 1024;

/** What the bundler put into each script of the built app, by its source map. */
function readChunks() {
  return fs
    .readdirSync(built)
    .filter(file => file.endsWith('.js.map'))
    .map(file => {
      const map = fs.readFileSync(path.join(built, file), 'utf8');
      return {
        script: path.basename(file, '.map'),
        sources: JSON.parse(map).sources,
      };
    });
}

const holds = part => chunk =>
  chunk.sources.some(source => source.includes(part));

describe('the scripts of the SLOs tab', () => {
  let chunks;
  let browser;

  before(async () => {
    chunks = readChunks();
    browser = await openBrowser();
  });

  after(() => browser?.close());

  /** The scripts that a page loads, from now on. */
  function watchScripts(page) {
    const loaded = new Set();
    page.on('response', response =>
      loaded.add(path.basename(new URL(response.url()).pathname)),
    );
    return loaded;
  }

  it('are one of at most 60 KiB when zipped, without the library of charts', () => {
    const [tab, ...others] = chunks.filter(holds('/src/slos/SlosTab.tsx'));

    assert.deepEqual(others, [], 'the tab is in one script');
    const size = gzipSync(fs.readFileSync(path.join(built, tab.script))).length;
    assert.ok(size <= 60 * KIBIBYTE, `it has ${size / KIBIBYTE} KiB`);
    assert.ok(!holds('/node_modules/recharts/')(tab), 'recharts is in it');
  });

  it('bring the library of charts only when there is a chart', async () => {
    const charts = chunks
      .filter(holds('/node_modules/recharts/'))
      .map(({ script }) => script);
    assert.ok(charts.length > 0, 'recharts is in a script');
    const { page } = await openPage(browser);
    const loaded = watchScripts(page);
    const brought = () => charts.filter(script => loaded.has(script));

    await openTab(page, 'invoice-export', 'slos');
    await page
      .getByRole('table', { name: 'Objectives, worst first' })
      .waitFor();
    assert.deepEqual(brought(), [], 'nothing is charted there');

    await openTab(page, 'checkout', 'slos');
    await page.locator('.recharts-surface').first().waitFor();
    assert.notDeepEqual(brought(), []);
    await page.context().close();
  });
});
