// On a phone: words stay whole in the answers; a row of a table becomes a card, nothing is moved sideways, and rows, cells
// and headings remain what they are.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PHONE, startBrowser, visit, visitor } from './browser.mjs';
import { LANGUAGES, SLUG } from './pages.mjs';
import { startDemo } from './server.mjs';

const rooms = ['landing?wait=1', 'landing/compare?a=total&b=p1&wait=1', 'landing/ledger?wait=1'];

const server = await startDemo();
let browser;
before(async () => { browser = await startBrowser(); });
after(async () => { await browser?.close(); await server.stop(); });

for (const { lang } of LANGUAGES) {
  describe(`on a phone, ${lang}`, () => {
    let context, page;
    before(async () => { ({ context, page } = await visitor(browser, server.origin, { role: 'head', lang, screen: PHONE })); });
    after(() => context?.close());
    for (const room of rooms) {
      it(`${room}: no table has to be moved sideways`, async () => {
        await visit(page, `/d/${SLUG}/${room}`);
        assert.deepEqual(await page.evaluate(tooWide), []);
      });
    }

    it('who hears the page has every package as a row, its figures as cells and their headings', async () => {
      await visit(page, `/d/${SLUG}/landing?wait=1`);
      const devtools = await context.newCDPSession(page);
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      const table = nodes.find((node) => node.role?.value === 'table' && within(nodes, node, 'columnheader').length === 7);
      assert.ok(table, 'the headings of the packages are not heard');
      const rows = within(nodes, table, 'row').slice(1);
      assert.equal(rows.length, 4);
      for (const row of rows) {
        assert.equal(within(nodes, row, 'rowheader').length, 1);
        assert.equal(within(nodes, row, 'cell').length, 6);
      }
    });

    it('no word of the three answers is broken or stands out', async () => {
      await visit(page, `/d/${SLUG}/q/10.1`);
      for (const width of [340, 360, 375, PHONE.width]) {
        await page.setViewportSize({ ...PHONE, width });
        assert.deepEqual(await page.evaluate(wordsThatDoNotFit), [], `at ${width} pixels`);
      }
    });
  });
}

/** In the browser: the names of the boxes that are narrower than what is in them, with everything unfolded. */
function tooWide() {
  for (const part of document.querySelectorAll('main details')) part.open = true;
  const boxes = [...document.querySelectorAll('.scroll, html')].filter((box) => box.scrollWidth > box.clientWidth);
  return boxes.map((box) => `${box.getAttribute('aria-label')}: ${box.scrollWidth - box.clientWidth} pixels`);
}

/** In the browser: the words of the answers that stand on two lines, or out of their button. */
function wordsThatDoNotFit() {
  const buttons = [...document.querySelectorAll('.answers button')];
  if (buttons.length !== 3) return [`${buttons.length} answers`];
  return buttons.flatMap((button) => {
    const texts = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const { left, right } = button.getBoundingClientRect();
        const lines = [...range.getClientRects()];
        if (lines.length > 1 || lines.some((line) => line.left < left || line.right > right)) found.push(word);
      }
    }
    return found;
  });
}

/** What is below a node of the tree that assistive programs get, by its role. */
function within(nodes, node, role) {
  const below = (node.childIds ?? []).map((id) => nodes.find((other) => other.nodeId === id)).filter(Boolean);
  return below.flatMap((child) => [...(child.role?.value === role && !child.ignored ? [child] : []), ...within(nodes, child, role)]);
}
