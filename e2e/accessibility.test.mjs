// WCAG 2.2 AA as far as a machine can tell: every page, in each language and direction, light and dark, phone and desk.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { violations } from './axe.mjs';
import { DESK, PHONE, reach, startBrowser, visitor } from './browser.mjs';
import { LANGUAGES, byRole, pages } from './pages.mjs';
import { startDemo } from './server.mjs';

// Colours do not change with the language: beside English, each screen and each scheme once.
const LOOKS = [['desk', 'light'], ['phone', 'dark']];
const ALL_LOOKS = [...LOOKS, ['desk', 'dark'], ['phone', 'light']];

const server = await startDemo();
const list = await pages(server.origin).catch(async (error) => { await server.stop(); throw error; });
let browser;
before(async () => { browser = await startBrowser(); });
after(async () => { await browser?.close(); await server.stop(); });

for (const { lang, dir } of LANGUAGES) {
  for (const [role, rooms] of byRole(list)) {
    describe(`${lang}, ${role ?? 'nobody signed in'}`, () => {
      let context, page;
      before(async () => { ({ context, page } = await visitor(browser, server.origin, { role, lang })); });
      after(() => context?.close());
      for (const room of rooms) it(room.name, () => check(page, room, { lang, dir }));
    });
  }
}

async function check(page, room, { lang, dir }) {
  await page.setViewportSize(DESK);
  await reach(page, room);
  await assertFrame(page, { lang, dir });
  await unfold(page);
  const found = [];
  for (const [screen, colorScheme] of lang === 'en' ? ALL_LOOKS : LOOKS) {
    await page.setViewportSize(screen === 'desk' ? DESK : PHONE);
    await page.emulateMedia({ colorScheme });
    found.push(...(await violations(page)).map((line) => `${screen}, ${colorScheme}: ${line}`));
  }
  assert.deepEqual(found, []);
  await assertReflow(page);
}

/** Opens what is folded away: axe does not look at what is hidden. */
function unfold(page) {
  return page.evaluate(() => { for (const part of document.querySelectorAll('details')) part.open = true; });
}

/** Language, direction, a title, one first heading and a main part: where a screen reader starts. */
async function assertFrame(page, expected) {
  const frame = await page.evaluate(() => ({
    lang: document.documentElement.lang, dir: document.documentElement.dir || 'ltr', titled: document.title.trim() !== '',
    headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
  }));
  assert.deepEqual(frame, { ...expected, titled: true, headings: 1, mains: 1 });
}

/** At 320 pixels nothing has to be scrolled sideways (WCAG 1.4.10), save what scrolls inside its own box; the frame takes two lines. */
async function assertReflow(page) {
  await page.setViewportSize({ width: 320, height: 800 });
  const [overflow, frame] = await page.evaluate(() => [
    document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth,
    document.querySelector('header.bar')?.offsetHeight ?? 0,
  ]);
  assert.equal(overflow, 0, `${overflow} pixels stand out at a width of 320`);
  assert.ok(frame <= 80, `the frame is ${frame} pixels tall at a width of 320`);
}
