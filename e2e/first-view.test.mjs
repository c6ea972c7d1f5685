// What a first visit costs on a weak line, and that it asks nobody but this server.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { pages } from './pages.mjs';
import { startDemo } from './server.mjs';

const VIEW_LIMIT = 60_000; // bytes on the wire, headers included, for a page and all that it loads
const ASSET_LIMIT = 40_000; // the same for style, script and pictures of all pages together

const server = await startDemo();
const list = await pages(server.origin).catch(async (error) => { await server.stop(); throw error; });
const assets = new Map();
let browser;
before(async () => { browser = await startBrowser(); });
after(async () => { await browser?.close(); await server.stop(); });

describe('first view', () => {
  for (const room of list.filter(({ then, status }) => !then && !status)) {
    it(`${room.name} is light and keeps to itself`, async (t) => {
      const { context, page, watched } = await visitor(browser, server.origin, { role: room.as });
      const loads = await measure(context, page, room.path);
      await context.close();
      const bytes = loads.reduce((sum, load) => sum + load.bytes, 0);
      t.diagnostic(`${room.name}: ${(bytes / 1000).toFixed(1)} kB in ${loads.length} requests`);
      for (const load of loads) if (load.type !== 'Document') assets.set(load.url, load.bytes);
      assert.ok(bytes <= VIEW_LIMIT, `${bytes} bytes:\n${loads.map((l) => `${l.bytes} ${l.url}`).join('\n')}`);
      watched.assertClean();
    });
  }

  it('all assets together are light', (t) => {
    const bytes = [...assets.values()].reduce((sum, size) => sum + size, 0);
    t.diagnostic(`${assets.size} assets, ${(bytes / 1000).toFixed(1)} kB`);
    assert.ok(assets.size > 0, 'no page loaded a style sheet');
    assert.ok(bytes <= ASSET_LIMIT, `${bytes} bytes: ${[...assets].map(([url, size]) => `${url} ${size}`).join(', ')}`);
  });
});

/** Loads a page with an empty cache; `{url, type, bytes}` of everything that came over the wire until it had loaded. */
async function measure(context, page, path) {
  const devtools = await context.newCDPSession(page);
  const kinds = new Map(), loads = [];
  devtools.on('Network.responseReceived', ({ requestId, type, response }) => kinds.set(requestId, { url: response.url, type }));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind?.url.startsWith('http')) loads.push({ ...kind, bytes: encodedDataLength });
  });
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await visit(page, path);
  return loads;
}
