// A browser, and visitors in it: each with a language, a role, a screen and cookies of its own.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { watch } from './watch.mjs';

const places = [process.env.INDABA_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** Starts headless Chromium; it asks nothing of any network but the pages that it is shown. */
export function startBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('no Chromium here: install it (Debian: chromium) or name it in INDABA_CHROMIUM');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath, args });
}

/**
 * A visitor with a page of their own. `role` uses the demo's sign-in shortcuts; without it nobody is signed in.
 * What the page did wrong behind the visitor's back is in `watched` (watch.mjs).
 */
export async function visitor(browser, origin, { role, lang = 'en', javaScript = true, screen = DESK, scheme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: origin, javaScriptEnabled: javaScript, viewport: screen, colorScheme: scheme, locale: lang, reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const watched = watch(page, origin);
  await visit(page, `/?lang=${lang}`);
  if (role === 'participant') await takePart(page);
  else if (role) await visit(page, `/demo/as/${role}`);
  return { context, page, watched };
}

/** Goes to an address of the server and insists that it is there. */
export async function visit(page, path) {
  const response = await page.goto(path);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}`);
  return response;
}

/** Comes to a page of the list (pages.mjs): also to one that a form leads to, and to that of a problem. */
export async function reach(page, { path, status = 200, then }) {
  const response = await page.goto(path);
  const expected = then ? 200 : status;
  if (response.status() !== expected) throw new Error(`${path} answered ${response.status()} instead of ${expected}`);
  await then?.(page);
}

/** A participant is who has answered: the first perspective of the first question of the first dialogue. */
async function takePart(page) {
  await page.locator('main a[href^="/d/"]').first().click();
  await page.locator('main a[href*="/q/"]').first().click();
  await page.locator('button[name=value]').first().click();
  await page.waitForURL('**answered=*');
}
