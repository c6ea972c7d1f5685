// Levers: a moved one is answered in place and its band follows; without JavaScript the same pages are a press away.
import assert from 'node:assert/strict';
import { after, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { startDemo } from './server.mjs';

const server = await startDemo();
const browser = await startBrowser();
after(async () => { await browser.close(); await server.stop(); });

const SCENARIO = '/corridors/levers?origin=MEX&dest=USA&from=2020&to=2022&remittance_cost=3';

it('a moved lever is answered in place, its address follows, and its band comes by itself', async () => {
  const { context, page } = await visitor(browser, server.origin);
  await visit(page, SCENARIO);
  await page.locator('#result', { hasText: '80% band' }).waitFor({ timeout: 60_000 });
  await page.locator('#visa').fill('1');
  await page.locator('#visa').press('Tab');
  await page.waitForURL('**visa=1**');
  await page.locator('#result', { hasText: 'Visa requirement' }).waitFor();
  await page.locator('#result', { hasText: '80% band' }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator('#visa').inputValue(), '1');
  await context.close();
});

it('without JavaScript the band is one link away', async () => {
  const { context, page } = await visitor(browser, server.origin, { javaScript: false });
  await visit(page, SCENARIO.replace('MEX', 'IND'));
  assert.match(await page.locator('#result').textContent(), /being worked out/);
  page.setDefaultTimeout(60_000);
  await page.locator('#result a.btn').click();
  assert.match(await page.locator('#result').textContent(), /80% band/);
  await context.close();
});
