// Answering in place: with a script, one perspective after the other without a new page.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { SLUG, questionRefs } from './pages.mjs';
import { answer, shownPerspective } from './reading.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
let browser, context, page, watched, question;
before(async () => {
  browser = await startBrowser();
  ({ context, page, watched } = await visitor(browser, server.origin));
  question = `/d/${SLUG}/q/${(await questionRefs(server.origin))[0]}`;
});
after(async () => { await context?.close(); await browser?.close(); await server.stop(); });

describe('who answers by keyboard', () => {
  it('goes on without a new page: what is new has the focus, the next answer is near, "back" leads out', async () => {
    await visit(page, `/d/${SLUG}`);
    await visit(page, question);
    const first = await shownPerspective(page);
    await page.evaluate(() => { window.stayed = true; });
    await answer(page, 'pass').focus();
    await page.keyboard.press('Space');
    await page.waitForURL('**answered=*');
    assert.ok(await page.evaluate(() => window.stayed), 'the page was loaded anew');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answered');
    assert.notEqual(await shownPerspective(page), first);
    await page.keyboard.press('Tab');
    // Where the perspective carries a measure or a practice, the link to it comes before the answers.
    const carried = await page.evaluate(() => /\/(measures|practices)\/\d+$/.test(document.activeElement.href ?? ''));
    if (carried) await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'agree');
    await page.goBack();
    assert.equal(new URL(page.url()).pathname, `/d/${SLUG}`);
  });

  it('answers all the same when the short way fails', async () => {
    await visit(page, question);
    let cut = 0;
    await page.route('**/respond', (route) => (cut++ === 0 ? route.abort() : route.continue()));
    await page.evaluate(() => { window.stayed = true; });
    await answer(page, 'agree').click();
    await page.waitForURL('**answered=*');
    await page.unroute('**/respond');
    assert.equal(await page.evaluate(() => window.stayed), undefined);
    watched.forgive(/ERR_FAILED/);
  });

  it('broke nothing on the way', () => watched.assertClean());
});
