// The exchange on a phone: words suggested as one types, an offer, the broker shows it, yes, yes, the contact is read.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PHONE, startBrowser, visit, visitor } from './browser.mjs';
import { SLUG } from './pages.mjs';
import { mainText } from './reading.mjs';
import { startDemo } from './server.mjs';
import { session } from './session.mjs';

const server = await startDemo();
const exchange = `/d/${SLUG}/exchange`, title = `A ward that keeps its hygiene ${Date.now()}`;
const people = {};
let browser, handle;
before(async () => {
  browser = await startBrowser();
  for (const role of ['expert', 'broker', 'host']) people[role] = await visitor(browser, server.origin, { role, screen: PHONE });
  const host = await session(server.origin, 'host');
  await host.post(`${exchange}/needs`, {
    title, terms: 'Set up a routine.', lang: 'en', country: '404', host_kind: 'health', people: '1', months: '6', weeks: '6',
    counterpart: 'The head nurse.', remains: 'A routine.', institution: 'Simulated hospital', place: 'Simulated town',
    name: 'Simulated person 901', reach: 'host@example.org', occupation: 'nurse', 'skill-1': 'nursing care', 'level-1': '3',
    'language-1': 'fr', 'cefr-1': 'B2', mode: 'visit', first: '2027-03-01', last: '2027-09-30', hours: '20',
  });
});
after(async () => {
  for (const { context } of Object.values(people)) await context.close();
  await browser?.close();
  await server.stop();
});

/** Nothing of a page stands beside a phone's screen. */
async function fits(page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= PHONE.width, `${page.url()} is ${width} wide`);
}

/** Opens the introduction of the need from the list of what waits for an answer. */
async function open(page) {
  await visit(page, `${exchange}/mine`);
  await fits(page);
  await page.locator('main a', { hasText: title }).first().click();
  await page.waitForURL('**/introductions/*');
  await fits(page);
}

describe('who offers expertise', () => {
  it('is suggested what the vocabulary has while typing, each label with its kind', async () => {
    const { page } = people.expert;
    await visit(page, `${exchange}/offers/new`);
    await fits(page);
    await page.locator('#skill-1').pressSequentially('nursing c');
    const option = page.locator('#skill-1-words option[value="nursing care"]');
    await option.waitFor({ state: 'attached' });
    assert.equal(await option.textContent(), 'skill');
  });

  it('ticks countries, and reads above the folded lists which', async () => {
    const { page } = people.expert;
    const ties = page.locator('fieldset[data-chosen]', { has: page.locator('[name=ties]') });
    await ties.locator('summary', { hasText: 'Africa' }).click();
    for (const country of ['Kenya', 'Ghana']) await ties.getByLabel(country, { exact: true }).check();
    assert.equal(await ties.locator('output').textContent(), 'Ghana · Kenya');
  });

  it('sends the offer and finds it among its own', async () => {
    const { page } = people.expert;
    await page.locator('#skill-1').fill('nursing care');
    await page.locator('#occupation').fill('nurse');
    for (const [id, value] of [['level-1', '4'], ['language-1', 'fr'], ['cefr-1', 'C1'], ['residence', '155']]) {
      await page.locator(`#${id}`).selectOption(value);
    }
    await page.locator('[name=mode][value=visit]').check();
    for (const [id, value] of [['first', '2027-03-01'], ['last', '2027-09-30'], ['hours', '20'], ['name', 'Simulated person 902'], ['reach', 'journey@example.org']]) {
      await page.locator(`#${id}`).fill(value);
    }
    await page.locator('[name=understood]').check();
    await page.locator(`form[action="${exchange}/offers"] button`).click();
    await page.waitForURL('**/mine?done=offer-posted');
    handle = (await page.locator('article h3').first().textContent()).match(/\w{4}-\w{4}/)[0];
  });
});

describe('the broker', () => {
  it('puts the offer into the queue and shows it', async () => {
    const { page } = people.broker;
    await visit(page, `${exchange}/queue`);
    await fits(page);
    await page.locator('a[href$="/matches"]', { hasText: title }).click();
    await page.waitForURL('**/matches');
    await fits(page);
    await page.locator('label', { hasText: handle }).locator('input').check();
    await page.locator('form[action$="/matches"] button').click();
    await page.waitForURL('**/queue?done=proposed*');
    await page.locator('tr', { hasText: handle }).locator('[name=introduction]').check();
    await page.locator('form[action$="/queue/show"] button').click();
    await page.waitForURL('**/queue?done=shown*');
    assert.match(await page.locator('.done').textContent(), /^1 introduction was shown/);
  });
});

describe('both sides', () => {
  it('are asked once before a no, and say yes one after the other', async () => {
    for (const role of ['expert', 'host']) {
      const { page } = people[role];
      await open(page);
      assert.ok(!(await mainText(page)).includes('@example.org'), 'a contact is shown before both said yes');
      assert.equal(await page.locator('button[value=no]').isVisible(), false, 'a no is asked for once more');
      await page.locator('button[value=yes]').click();
      if (role === 'expert') await page.waitForURL('**/mine?done=yes');
      else await page.getByText('journey@example.org').waitFor();
    }
  });

  it('read how to reach each other, and what was shown of them', async () => {
    assert.ok((await mainText(people.host.page)).includes('journey@example.org'));
    await open(people.expert.page);
    assert.ok((await mainText(people.expert.page)).includes('host@example.org'));
    await visit(people.expert.page, `${exchange}/mine`);
    assert.match(await mainText(people.expert.page), /Shown to a host/);
  });

  it('broke nothing on the way', () => {
    for (const { watched } of Object.values(people)) watched.assertClean();
  });
});
