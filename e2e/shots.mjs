// Pictures of every page for people to look at: `node e2e/shots.mjs [NAME...]` writes e2e/out/NAME-LANG-SCHEME-SCREEN.png.
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DESK, PHONE, reach, startBrowser, visitor } from './browser.mjs';
import { LANGUAGES, byRole, pages } from './pages.mjs';
import { startDemo } from './server.mjs';

const out = join(dirname(fileURLToPath(import.meta.url)), 'out');
const wanted = process.argv.slice(2);

const server = await startDemo();
const browser = await startBrowser();
try {
  await mkdir(out, { recursive: true });
  const list = (await pages(server.origin)).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  for (const { lang } of LANGUAGES) {
    for (const [role, rooms] of byRole(list)) {
      const { context, page } = await visitor(browser, server.origin, { role, lang });
      for (const room of rooms) await shoot(page, room, lang);
      await context.close();
    }
  }
  console.log(`${list.length} pages in ${out}`);
} finally {
  await browser.close();
  await server.stop();
}

async function shoot(page, room, lang) {
  const { name } = room;
  await reach(page, room).catch((error) => console.error(`${name}: ${error.message}`));
  for (const [screen, size] of Object.entries({ desk: DESK, phone: PHONE })) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(out, `${name}-${lang}-${colorScheme}-${screen}.png`), fullPage: true });
    }
  }
}
