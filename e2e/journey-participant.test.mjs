// A participant of the open consultation, on an old phone without JavaScript: answers, changes an answer, withdraws it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PHONE, startBrowser, visit, visitor } from './browser.mjs';
import { SLUG, questionRefs } from './pages.mjs';
import { answer, answers, mainText, shownPerspective } from './reading.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
let browser, context, page, watched, question, first;
before(async () => {
  browser = await startBrowser();
  ({ context, page, watched } = await visitor(browser, server.origin, { javaScript: false, screen: PHONE }));
  question = `/d/${SLUG}/q/${(await questionRefs(server.origin))[0]}`;
});
after(async () => { await context?.close(); await browser?.close(); await server.stop(); });

describe('a participant without an account and without JavaScript', () => {
  it('finds the dialogue at home and the question in the paper', async () => {
    await visit(page, '/');
    await page.locator(`main a[href="/d/${SLUG}"]`).first().click();
    await page.locator(`main a[href^="${question}"]`).first().click();
    assert.ok(new URL(page.url()).pathname.startsWith(question), page.url());
  });

  it('sees one perspective and three answers, none suggested', async () => {
    await visit(page, question);
    first = await shownPerspective(page);
    assert.notEqual(first, '');
    const offered = await answers(page).evaluateAll((buttons) => buttons.map((button) => button.value));
    assert.deepEqual([...offered].sort(), ['agree', 'disagree', 'pass']);
    const looks = await answers(page).evaluateAll((buttons) => buttons.map((button) => {
      const { color, backgroundColor, fontWeight, borderTopWidth } = getComputedStyle(button);
      return [color, backgroundColor, fontWeight, borderTopWidth].join(' ');
    }));
    assert.equal(new Set(looks).size, 1, `the answers do not look alike: ${looks.join(' | ')}`);
  });

  it('agrees, and is shown another perspective', async () => {
    await answer(page, 'agree').click();
    assert.notEqual(await shownPerspective(page), first);
  });

  it('passes on the next one', async () => {
    const second = await shownPerspective(page);
    await answer(page, 'pass').click();
    assert.notEqual(await shownPerspective(page), second);
  });

  it('finds both answers under "my responses"', async () => {
    await visit(page, `${question}/responses`);
    assert.ok((await mainText(page)).includes(first), `"${first}" is not among the responses`);
  });

  it('broke nothing on the way', () => watched.assertClean());
});
