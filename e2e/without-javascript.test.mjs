// Every page is complete without JavaScript: it is there, its forms work by themselves, its links lead somewhere.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { reach, startBrowser, visitor } from './browser.mjs';
import { byRole, pages } from './pages.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
const list = await pages(server.origin).catch(async (error) => { await server.stop(); throw error; });
let browser;
before(async () => { browser = await startBrowser(); });
after(async () => { await browser?.close(); await server.stop(); });

for (const [role, rooms] of byRole(list)) {
  describe(`without JavaScript, ${role ?? 'nobody signed in'}`, () => {
    const followed = new Set();
    let context, page;
    before(async () => { ({ context, page } = await visitor(browser, server.origin, { role, javaScript: false })); });
    after(() => context?.close());
    for (const room of rooms) {
      it(`${room.name} is complete`, async () => {
        await reach(page, room);
        assert.deepEqual(await formsThatCannotBeSent(page), []);
        // The page of a problem stands at an address that leads nowhere, and its own links with it.
        if (!room.status) assert.deepEqual(await deadLinks(page, context, followed), []);
      });
    }
  });
}

/** A form needs an address (or is its page's own) and a button that sends it. */
async function formsThatCannotBeSent(page) {
  const forms = await page.locator('form').all();
  const broken = [];
  for (const form of forms) {
    const buttons = await form.locator('button:not([type=button]), input[type=submit]').count();
    const outside = await form.getAttribute('id');
    const elsewhere = outside ? await page.locator(`button[form="${outside}"]`).count() : 0;
    if (buttons + elsewhere === 0) broken.push(await form.getAttribute('action'));
  }
  return broken;
}

/** Links of this server that lead nowhere, and links that only a script could follow; those in `followed` are known. */
async function deadLinks(page, context, followed) {
  const links = await page.locator('a[href]').all();
  const hrefs = new Set(await Promise.all(links.map((link) => link.getAttribute('href'))));
  const dead = [];
  for (const href of hrefs) {
    if (href.startsWith('javascript:') || href === '#') { dead.push(href); continue; }
    const url = new URL(href, page.url());
    url.hash = '';
    // Shortcuts and signing out change who the visitor is: they are not followed in passing.
    if (url.origin !== server.origin || followed.has(url.href) || /\/demo\/as\/|sign-out/.test(url.pathname)) continue;
    followed.add(url.href);
    const response = await context.request.get(url.href, { maxRedirects: 3 });
    if (response.status() >= 400) dead.push(`${href} answers ${response.status()}`);
  }
  return dead;
}
