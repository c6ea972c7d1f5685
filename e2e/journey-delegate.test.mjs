// A delegate in the hall: finds the question, answers by keyboard alone, writes a perspective.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { SLUG, questionRefs } from './pages.mjs';
import { answer, mainText, shownPerspective } from './reading.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
let browser, context, page, watched, question;
before(async () => {
  browser = await startBrowser();
  ({ context, page, watched } = await visitor(browser, server.origin, { role: 'delegate' }));
  question = `/d/${SLUG}/q/${(await questionRefs(server.origin))[0]}`;
});
after(async () => { await context?.close(); await browser?.close(); await server.stop(); });

describe('a delegate', () => {
  it('jumps from a paragraph of the paper to what was said on it', async () => {
    await visit(page, `/d/${SLUG}`);
    await page.locator(`main a[href^="/d/${SLUG}/p/"]`).first().click();
    await page.waitForURL(`**/d/${SLUG}/p/*`);
  });

  it('reaches an answer by keyboard, gives it, and finds it among the responses', async () => {
    await visit(page, question);
    const shown = await shownPerspective(page);
    await focusByTab(answer(page, 'disagree'));
    await page.keyboard.press('Enter');
    await page.waitForURL('**answered=*');
    await visit(page, `${question}/responses`);
    assert.ok((await mainText(page)).includes(shown), `"${shown}" is not among the responses`);
  });

  it('finds what the delegation does together one step from any page', async () => {
    await visit(page, question);
    await page.locator(`header a[href="/d/${SLUG}/drafts"]`).click();
    await page.locator(`main a[href="/d/${SLUG}/statements"]`).click();
    await page.waitForURL('**/statements');
  });

  it('writes a perspective, which then stands at its paragraph', async () => {
    const text = 'Towns that receive newcomers should be consulted before the rules are set.';
    await visit(page, question);
    const box = page.locator('#add textarea[name=text]').first();
    await openAround(box);
    await box.fill(text);
    await box.evaluate((area) => area.form.requestSubmit());
    await page.waitForURL('**done=*');
    await visit(page, question.replace(/\/q\/(\w+)\..*$/, '/p/$1'));
    assert.ok((await mainText(page)).includes(text), 'the perspective does not stand at its paragraph');
  });

  it('says of many measures at once what they do to its side', async () => {
    await visit(page, `/d/${SLUG}/measures`);
    await page.locator(`main a[href="/d/${SLUG}/measures/own"]`).click();
    await page.locator('main a[href$="/measures/own/effects"]').click();
    const cells = page.locator('form.grid select');
    const said = await Promise.all([0, 9].map((n) => change(cells.nth(n))));
    await page.locator('form.grid .save button').press('Enter');
    await page.waitForURL('**saved=2*');
    assert.match(await mainText(page), /2 cells are saved/);
    for (const [n, likely] of [[0, said[0]], [9, said[1]]]) assert.equal(await cells.nth(n).inputValue(), likely);
  });

  it('broke nothing on the way', () => watched.assertClean());
});

/** Presses Tab until the element has the focus; a page has fewer than 200 stops. */
async function focusByTab(locator) {
  await page.locator('body').focus();
  for (let stops = 0; stops < 200; stops += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail('the keyboard does not reach the answer');
}

/** Opens the folded parts of the page around an element, as a person would. */
async function openAround(locator) {
  await locator.evaluate((element) => {
    for (let box = element.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
  });
}

/** Chooses another likely figure in a cell; gives it. */
async function change(cell) {
  const likely = (await cell.inputValue()) === '+1' ? '+2' : '+1';
  await cell.selectOption(likely);
  return likely;
}
