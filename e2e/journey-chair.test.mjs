// From a background paper to a published summary, by people alone with the pages: no script, no command line.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startBrowser, visit, visitor } from './browser.mjs';
import { mainText } from './reading.mjs';
import { startDemo } from './server.mjs';

const PAPER = `# Seasons at sea

Symbol: HARBOUR/1

1. Fishing seasons are short and crews come from far away.

## Workshop 1: Permits

2. Ports issue permits for one season. Participants may consider the following questions:

- How long should a permit last?
- Who should pay for the journey home?

3. The Chair will sum up what was heard.
`;

const server = await startDemo();
let browser, secretariat, stranger, dialogue;
before(async () => {
  browser = await startBrowser();
  secretariat = await visitor(browser, server.origin, { role: 'operator', javaScript: false });
  stranger = await visitor(browser, server.origin, { javaScript: false });
});
after(async () => { await secretariat?.context.close(); await stranger?.context.close(); await browser?.close(); await server.stop(); });

describe('a secretariat with nothing but the pages', () => {
  it('is told in its language what is wrong with a damaged paper', async () => {
    const { page } = secretariat;
    await visit(page, '/open?lang=fr');
    const damaged = { name: 'paper.docx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004 cut off') };
    await page.locator('input[type=file]').setInputFiles(damaged);
    await page.locator('main form button').click();
    assert.match(await page.locator('[role=alert] > p').first().innerText(), /rien n’a été conservé.: le fichier est endommagé/);
    secretariat.watched.forgive(/^console: .*422/);
    await visit(page, '/open?lang=en');
  });

  it('opens a dialogue from its paper', async () => {
    const { page } = secretariat;
    await visit(page, '/');
    await page.locator('main a[href="/open"]').click();
    await page.locator('input[type=file]').setInputFiles({ name: 'paper.md', mimeType: 'text/markdown', buffer: Buffer.from(PAPER) });
    await page.locator('main form button').click();
    assert.match(await page.locator('textarea[name=outline]').inputValue(), /\? How long should a permit last\?/);
    await page.locator('input[name=slug]').fill('seasons');
    await page.locator('main form button').click();
    dialogue = new URL(page.url()).pathname.replace(/\/secretariat$/, '');
    assert.equal(dialogue, '/d/seasons');
  });

  it('accredits a delegation, lets everybody in and opens', async () => {
    const { page } = secretariat;
    await visit(page, `${dialogue}/secretariat/delegations`);
    await page.locator('input[name=name]').fill('Port of Velmar');
    await page.locator('select[name=kind]').selectOption('city');
    await page.locator(`form[action="${dialogue}/secretariat/delegations"] button`).click();
    assert.match(await mainText(page), /Port of Velmar/);
    await visit(page, `${dialogue}/secretariat/settings`);
    await page.locator('select[name=state]').selectOption('open');
    await page.locator('select[name=participation]').selectOption('open');
    await page.locator('main form button.primary').click();
    await page.waitForURL('**done=*');
  });

  it('types what is said in the room', async () => {
    const { page } = secretariat;
    await visit(page, `${dialogue}/secretariat/entry`);
    await page.locator('select[name=delegation]').selectOption({ index: 1 });
    await page.locator('#text').fill('Permits should last as long as the season.');
    await page.locator('button.primary').click();
    await page.waitForURL('**done=*');
  });

  it('hears a stranger, who needs no account', async () => {
    const { page } = stranger;
    await visit(page, dialogue);
    await page.locator(`main a[href^="${dialogue}/q/"]`).first().click();
    await page.locator('button[name=value][value=agree]').click();
    await page.waitForURL('**answered=*');
  });

  it('drafts the summary, edits it, and publishes it', async () => {
    const { page } = secretariat;
    await visit(page, `${dialogue}/summary`);
    await page.locator(`form[action="${dialogue}/summary/draft"] button`).click();
    await page.locator(`main a[href="${dialogue}/summary/edit"]`).first().click();
    await page.locator('textarea').first().fill('The ports asked how long a permit should last.');
    await page.locator('main form button.primary').first().click();
    assert.match(await mainText(page), /The ports asked how long/);
    await page.locator(`details:has(form[action="${dialogue}/summary/publish"]) summary`).first().click();
    await page.locator(`form[action="${dialogue}/summary/publish"] button`).first().click();
  });

  it('and anybody can read it, with the source beside each sentence', async () => {
    const { page } = stranger;
    await visit(page, `${dialogue}/summary`);
    assert.match(await mainText(page), /The ports asked how long/);
    const sources = page.locator('.behind a');
    assert.ok(await sources.count() > 0, 'no sentence names its source');
    await sources.first().click();
    assert.ok(new URL(page.url()).pathname.startsWith(dialogue), page.url());
  });

  it('broke nothing on the way', () => { secretariat.watched.assertClean(); stranger.watched.assertClean(); });
});
