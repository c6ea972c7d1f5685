// The secretariat, with no engineer at hand: its rooms, the hall page for the projector, the record to take home.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { SLUG, pages, questionRefs } from './pages.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
const rooms = await pages(server.origin).catch(async (error) => { await server.stop(); throw error; });
const dialogue = `/d/${SLUG}`;
let browser, context, page, watched, question;
before(async () => {
  browser = await startBrowser();
  ({ context, page, watched } = await visitor(browser, server.origin, { role: 'secretariat' }));
  question = `${dialogue}/q/${(await questionRefs(server.origin))[0]}`;
});
after(async () => { await context?.close(); await browser?.close(); await server.stop(); });

describe('the secretariat', () => {
  it('reaches each of its rooms from its own page', async () => {
    await visit(page, `${dialogue}/secretariat`);
    const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => new URL(link.href).pathname));
    // A single delegation is reached from the list of them.
    const own = /^\/secretariat\/(?!delegations\/)[^?]+$/;
    const expected = rooms.map(({ path }) => path).filter((path) => own.test(path.slice(dialogue.length)));
    assert.deepEqual(expected.filter((path) => !links.includes(path)), []);
  });

  it('is alone there: a stranger is asked to sign in', async () => {
    const stranger = await browser.newContext({ baseURL: server.origin });
    const response = await stranger.request.get(`${dialogue}/secretariat`, { maxRedirects: 0 });
    await stranger.close();
    assert.ok([302, 303, 401, 403].includes(response.status()), `answered ${response.status()}`);
  });

  it('puts a question on the projector: large type, nothing to operate', async () => {
    await visit(page, `${question}/hall`);
    assert.equal(await page.locator('main :is(button, input, select, textarea)').count(), 0);
    const size = await page.locator('h1').evaluate((heading) => parseFloat(getComputedStyle(heading).fontSize));
    assert.ok(size >= 40, `the question is ${size} pixels high`);
  });

  it('takes the record home as one ZIP file', async () => {
    const response = await context.request.get(`/api/v1/dialogues/${SLUG}/record.zip`);
    assert.equal(response.status(), 200);
    assert.equal((await response.body()).subarray(0, 2).toString(), 'PK');
  });

  it('broke nothing on the way', () => watched.assertClean());
});
