// Every page there is, in the simulated dialogue: the checks and the screenshots go through this list, and
// every-page.test.mjs holds it against the program's own table of routes.
import { session } from './session.mjs';

export const SLUG = 'indaba-demo-1';
const RESULT = `/corridors/levers?origin=MEX&dest=USA&to=2030&remittance_cost=3&enforcement=4&band=1&dialogue=${SLUG}`;
export const LANGUAGES = [{ lang: 'en', dir: 'ltr' }, { lang: 'fr', dir: 'ltr' }, { lang: 'ar', dir: 'rtl' }];

/** The references of the demo's questions, in the paper's order. */
export async function questionRefs(origin) {
  const response = await fetch(`${origin}/api/v1/dialogues/${SLUG}`);
  if (!response.ok) throw new Error(`the demo's dialogue answered ${response.status}`);
  const { workshops } = await response.json();
  return workshops.flatMap((workshop) => workshop.questions.map((question) => question.ref));
}

/**
 * The pages as `{name, path, as, status, then}`: `as` is who looks (a role of the demo, or `participant`; none for a
 * visitor), `status` what a page of a problem answers with, and `then` what is done on the page to come to the one that
 * is meant, which a form leads to.
 */
export async function pages(origin) {
  const [ref, other] = await questionRefs(origin);
  const made = await prepare(origin, ref);
  const dialogue = `/d/${SLUG}`, question = `${dialogue}/q/${ref}`, room = `${dialogue}/secretariat`;
  const paragraph = ref.split('.')[0]; // A question is named by its paragraph and place: 10.1.
  const seen = (name, path, ...roles) => roles.map((as) => ({ name: as ? `${name}-${as}` : name, path, as }));
  const visitor = undefined;
  return [
    ...seen('home', '/', visitor, 'operator'),
    ...seen('sign-in', '/sign-in', visitor),
    ...seen('help', '/help', visitor),
    ...seen('help-problems', '/help/problems', visitor),
    ...seen('invitation', made.invitation, visitor),
    ...seen('open', '/open', 'operator'),
    { name: 'open-understood', path: '/open', as: 'operator', then: bringPaper },
    ...seen('me', '/me', 'participant', 'delegate', 'secretariat'),
    ...seen('paper', dialogue, visitor, 'delegate', 'secretariat'),
    ...seen('paragraph', `${dialogue}/p/${paragraph}`, visitor),
    ...seen('join', `${dialogue}/join`, visitor),
    ...seen('question', question, visitor, 'observer', 'adviser', 'delegate', 'head', 'rapporteur', 'secretariat'),
    { name: 'question-answered', path: question, as: 'participant', then: (page) => answer(page) },
    ...seen('question-empty', `${dialogue}/q/${other}?done=published`, 'delegate'),
    ...seen('responses', `${question}/responses`, visitor, 'participant', 'delegate'),
    ...seen('evidence', `${question}/evidence`, visitor, 'delegate'),
    ...seen('landscape', `${question}/landscape`, visitor, 'secretariat'),
    ...seen('landscape-ellipses', `${question}/landscape?ellipses=1`, 'secretariat'),
    ...seen('landscape-since', `${question}/landscape/since`, visitor, 'secretariat'),
    ...seen('hall', `${question}/hall`, visitor),
    ...seen('print', `${question}/print`, visitor),
    { name: 'print-numbered', path: `${question}/print`, as: 'secretariat', then: (page) => send(page, `${room}/entry/sheets/number`) },
    ...seen('practices', `${dialogue}/practices`, visitor, 'secretariat'),
    ...seen('practice', `${dialogue}/practices/1`, visitor),
    ...seen('practice-versions', `${dialogue}/practices/1/versions`, 'secretariat'),
    ...seen('practice-review', made.review, visitor),
    ...seen('practice-new', `${dialogue}/practices/new`, 'delegate'),
    ...seen('practice-edit', `${dialogue}/practices/30/edit`, 'delegate'),
    ...seen('practice-desk', `${dialogue}/practices/27/review`, 'secretariat'),
    ...seen('estimates', `${question}/estimates`, visitor, 'secretariat'),
    ...seen('estimates-camps', `${dialogue}/q/15.5/estimates`, 'secretariat'),
    ...seen('measures', `${dialogue}/measures`, visitor, 'delegate', 'secretariat'),
    ...seen('measure', `${dialogue}/measures/1`, visitor, 'delegate', 'secretariat'),
    ...seen('measure-new', `${dialogue}/measures/new`, 'delegate'),
    ...seen('measures-own', `${dialogue}/measures/own`, 'head'),
    ...seen('measures-grid', `${dialogue}/measures/own/effects`, 'head', 'adviser'),
    ...seen('measure-assess', `${dialogue}/measures/1/assess`, 'head'),
    ...seen('measures-rules', `${dialogue}/measures/rules`, 'secretariat'),
    ...seen('landing', `${dialogue}/landing?wait=1`, visitor, 'head', 'secretariat'),
    ...seen('landing-as-if', `${dialogue}/landing?tolerance=1&why=m27&add=security%3A2&wait=1`, 'head'),
    ...seen('landing-compare', `${dialogue}/landing/compare?a=total&b=p1&wait=1`, 'head'),
    ...seen('landing-ledger', `${dialogue}/landing/ledger`, 'head'),
    ...seen('decisions', `${dialogue}/decisions`, visitor, 'secretariat'),
    ...seen('decision', `${dialogue}/decisions/1`, visitor, 'head', 'secretariat'),
    ...seen('notices', `${dialogue}/notices`, 'head'),
    { name: 'notices-confirm', path: '/notices/confirm/unknown', as: visitor, status: 404 },
    { name: 'notices-stop', path: '/notices/stop/unknown', as: visitor, status: 404 },
    ...seen('corridors', '/corridors', visitor),
    ...seen('corridors-country', '/corridors/MEX', visitor),
    ...seen('corridors-corridor', '/corridors/MEX-USA', visitor),
    ...seen('corridors-routes', '/corridors/routes', visitor),
    ...seen('corridors-levers', '/corridors/levers', visitor),
    ...seen('corridors-result', RESULT, 'delegate'),
    { name: 'corridors-refused', path: '/corridors/levers?dest=DEU&visa=7', status: 422 },
    { name: 'corridors-unknown', path: '/corridors/XYZ', status: 404 },
    ...seen('corridors-assumptions', '/corridors/assumptions', visitor),
    ...seen('corridors-model', '/corridors/model?figures=1', visitor),
    ...seen('scenarios', `${dialogue}/scenarios`, visitor, 'delegate'),
    ...seen('scenario', `${dialogue}/scenarios/1?band=1`, 'secretariat'),
    ...seen('scenario-compare', `${dialogue}/scenarios/compare?a=1&b=2`, visitor),
    ...seen('scenario-effects', `${dialogue}/scenarios/1/effects`, visitor),
    ...seen('scenario-effects-take', `${dialogue}/scenarios/1/effects?measure=m1`, 'secretariat'),
    ...seen('exchange', `${dialogue}/exchange`, visitor, 'expert', 'broker'),
    ...seen('exchange-account', `${dialogue}/exchange/join`, visitor),
    ...seen('need', made.need, visitor, 'host'),
    ...seen('need-new', `${dialogue}/exchange/needs/new`, 'host'),
    ...seen('need-edit', `${made.need}/edit`, 'host'),
    ...seen('matches', `${made.need}/matches`, 'broker'),
    ...seen('partners', `${made.need}/partners`, 'broker'),
    ...seen('offer-new', `${dialogue}/exchange/offers/new`, 'expert'),
    ...seen('offer-confirm', made.confirm, visitor, 'expert'),
    ...seen('offer-on-behalf', `${dialogue}/exchange/offers/on-behalf`, 'focal_point'),
    { name: 'offer-refused', path: `${dialogue}/exchange/offers/new`, as: 'expert', then: offerNothing, status: 422 },
    ...seen('offer-edit', made.offer, 'expert'),
    ...seen('exchange-mine', `${dialogue}/exchange/mine`, 'expert', 'host'),
    ...seen('introduction-asked', made.asked, 'host'),
    ...seen('introduction', made.introduction, 'broker'),
    ...seen('queue', `${dialogue}/exchange/queue`, 'broker'),
    ...seen('concepts', `${dialogue}/exchange/concepts`, 'broker'),
    ...seen('country', `${dialogue}/exchange/country`, 'focal_point'),
    ...seen('indicators', `${dialogue}/exchange/indicators`, 'broker'),
    ...seen('summary', `${dialogue}/summary`, visitor, 'secretariat'),
    ...seen('summary-edit', `${dialogue}/summary/edit`, 'secretariat'),
    ...seen('summary-coverage', `${dialogue}/summary/coverage`, 'secretariat'),
    ...seen('summary-versions', `${dialogue}/summary/versions?from=1&to=3`, 'secretariat'),
    ...seen('drafts', `${dialogue}/drafts`, 'participant', 'adviser', 'head'),
    ...seen('members', `${dialogue}/members`, 'head', 'secretariat'),
    { name: 'members-links', path: `${dialogue}/members`, as: 'secretariat', then: inviteOne },
    ...seen('statements', `${dialogue}/statements`, 'delegate', 'rapporteur'),
    ...seen('statement', made.statement, 'delegate'),
    ...seen('secretariat', room, 'rapporteur', 'secretariat'),
    ...seen('delegations', `${room}/delegations`, 'secretariat'),
    { name: 'delegations-refused', path: `${room}/delegations`, as: 'secretariat', then: bringWrongLines, status: 422 },
    ...seen('delegation', `${room}/delegations/${made.delegation}`, 'secretariat'),
    ...seen('codes', `${room}/codes`, 'secretariat'),
    ...seen('codes-sheet', made.codes, 'secretariat'),
    ...seen('moderation', `${room}/moderation`, 'secretariat'),
    ...seen('moderation-refused', `${room}/moderation?show=refused`, 'secretariat'),
    ...seen('moderation-alike', `${room}/moderation/alike`, 'secretariat'),
    ...seen('moderation-decisions', `${room}/moderation/decisions`, 'secretariat'),
    ...seen('entry', `${room}/entry`, 'rapporteur'),
    ...seen('entry-responses', `${room}/entry/responses`, 'secretariat'),
    ...seen('entry-responses-of', `${room}/entry/responses?question=${ref}&delegation=${made.delegation}`, 'secretariat'),
    ...seen('entry-sheets', `${room}/entry/sheets`, 'secretariat'),
    ...seen('settings', `${room}/settings`, 'secretariat'),
    { name: 'problem-lost', path: '/nowhere', status: 404 },
    { name: 'problem-sign-in', path: `${room}/settings`, status: 401 },
    { name: 'problem-forbidden', path: `${room}/settings`, as: 'delegate', status: 403 },
    { name: 'problem-link', path: made.used, status: 409 },
  ];
}

/** The pages by the role that sees them, so that each role signs in once. */
export function byRole(list) {
  const groups = new Map();
  for (const page of list) groups.set(page.as, [...(groups.get(page.as) ?? []), page]);
  return groups;
}

/** Makes what a page shows and the demo begins without; addresses that only come about by it. */
async function prepare(origin, ref) {
  const dialogue = `/d/${SLUG}`, question = `${dialogue}/q/${ref}`, room = `${dialogue}/secretariat`;
  const [head, delegate, adviser, secretariat] =
    await Promise.all(['head', 'delegate', 'adviser', 'secretariat'].map((role) => session(origin, role)));
  const lead = { lang: 'en', attribution: 'named' };

  const link = async () => match(await head.post(`${dialogue}/members`, { role: 'adviser', label: 'M. Adeyo' }), /\/invitation\/[\w-]+/);
  const [invitation, used] = [await link(), await link()];
  await (await session(origin)).post(used, { name: 'M. Adeyo', sign_in: `adeyo-${Date.now()}`, password: 'a long enough sentence' });

  const said = match(await (await session(origin)).read(question), /name="perspective" value="([\w-]+)"/);
  await delegate.post(`${question}/report`, { perspective: said, reason: 'It names a person.' });
  await delegate.post(`${question}/translate`, { object: said, lang: 'fr', text: 'Une traduction faite dans la salle.', tool: '' });
  await delegate.post(`${question}/evidence`, { title: 'Seasonal permits, a review', lang: 'en', source: 'Institute of Arkenia, 2024', url: 'https://example.org/review' }, { file: true });
  await adviser.post(`${question}/propose`, { ...lead, text: `A draft of our delegation, ${Date.now()}.`, paragraph: '' });
  await delegate.post(`${dialogue}/ask`, { lang: 'en', text: `Which records would show it, ${Date.now()}?`, paragraph: ref.split('.')[0] });
  const statement = await delegate.post(`${dialogue}/statements`, { ...lead, title: 'Opening statement', text: 'We thank the Chair.\n\nPermits should follow the seasons.' }, { file: true });

  await secretariat.post(`${room}/moderation`, { kind: 'perspective', object: said, decision: 'keep', reason: 'It names nobody.' });
  await delegate.post(`${question}/report`, { perspective: said, reason: 'It is not about the question.' });
  const codes = await secretariat.post(`${room}/codes`, { count: '6', uses: '1', label: 'Main hall' });
  const delegation = match(await secretariat.read(`${room}/entry`), /<select id="delegation"[^>]*><option value="">[^<]*<\/option><option value="([\w-]+)"/);
  await draftTwice(secretariat, `${dialogue}/summary`);
  const asked = await secretariat.post(`${dialogue}/practices/27/review`, { kind: 'external', name: 'A. Reviewer', organisation: 'Institute of Arkenia', act: 'ask' });
  const review = match(asked.startsWith('/') ? await secretariat.read(asked) : asked, /\/d\/[\w-]+\/review\/[\w-]+/);
  // What is worked out once and takes seconds is there before a page of the list is timed.
  const { read } = await session(origin);
  for (const slow of ['/corridors/model?figures=1', RESULT, `${dialogue}/scenarios/1?band=1`, `${dialogue}/scenarios/2?band=1`]) await read(slow);
  return { invitation, used, statement: pathOf(statement), codes: pathOf(codes), delegation, review, ...(await circulating(origin)) };
}

/** Addresses of the exchange that only its own pages know. */
async function circulating(origin) {
  const exchange = `/d/${SLUG}/exchange`;
  const [host, expert, broker] = await Promise.all(['host', 'expert', 'broker'].map((role) => session(origin, role)));
  const [asked, offered, queue] = [await host.read(`${exchange}/mine`), await expert.read(`${exchange}/mine`), await broker.read(`${exchange}/queue`)];
  const under = (page, rest) => match(page, new RegExp(`${exchange}/${rest}`));
  return {
    asked: under(asked, 'introductions/[\\w-]+'),
    introduction: under(queue, 'introductions/[\\w-]+'),
    need: under(queue, 'needs/[\\w-]+'),
    offer: under(offered, 'offers/[\\w-]+/edit'),
    confirm: await inSomebodysName(origin, exchange),
  };
}

/** The link with which somebody confirms an offer that a focal point entered for them. */
async function inSomebodysName(origin, exchange) {
  const focal = await session(origin, 'focal_point');
  const entered = await focal.post(`${exchange}/offers/on-behalf`, {
    occupation: 'nurse', 'skill-1': 'nursing care', 'level-1': '3', 'language-1': 'fr', 'cefr-1': 'B2', mode: 'visit',
    first: '2027-03-01', last: '2027-09-30', hours: '20', residence: '155', ties: '404', hidden_from: '710', capacity: '1',
    lang: 'en', name: 'Simulated person 900', reach: 'simulated@example.org', evidence: '', will_not: '', understood: 'on',
  });
  return match(entered, new RegExp(`${exchange}/confirm/[\\w-]+`));
}

/** Three versions of the summary: the first published, the last with a sentence in the Chair's own words. */
async function draftTwice(secretariat, summary) {
  await secretariat.post(`${summary}/draft`, {});
  await secretariat.post(`${summary}/publish`, { version: '1' });
  await secretariat.post(`${summary}/draft`, {});
  const form = await secretariat.read(`${summary}/edit`);
  const version = match(form, /name="version" value="(\d+)"/);
  const fields = { version };
  for (const [, id, text] of form.matchAll(/<textarea[^>]* name="(text:[^"]+)"[^>]*>([^<]*)</g)) fields[id] = text;
  const question = match(form, /name="new:([^"]+)"/);
  await secretariat.post(`${summary}/edit`, { ...fields, [`part:${question}`]: 'meet', [`new:${question}`]: 'The Chair thanks all who spoke.' });
}

function match(text, pattern) {
  const found = text.match(pattern);
  if (!found) throw new Error(`${pattern} is not in:\n${text.slice(0, 2000)}`);
  return found[1] ?? found[0];
}

function pathOf(location) {
  const { pathname, search } = new URL(location, 'http://here');
  return pathname + search;
}

// --- what is done on a page to come to another ------------------------------------------------------------------------

async function answer(page) {
  await page.locator('button[name=value]').first().click();
  await page.waitForURL('**answered=*');
}

async function offerNothing(page) {
  await page.locator('form.act').evaluate((form) => { form.noValidate = true; });
  await send(page, `/d/${SLUG}/exchange/offers`);
}

async function bringPaper(page) {
  const buffer = Buffer.from('# On seasons\n\n1. Seasons are short.\n\n## Workshop 1: Seasons\n\n2. The guiding questions are:\n\n- How long is a season?\n- Who decides?\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'paper.md', mimeType: 'text/markdown', buffer });
  await page.locator('main form button').click();
  await page.waitForSelector('textarea[name=outline]');
}

async function inviteOne(page) {
  await page.locator('#role').selectOption('adviser');
  await page.locator('#delegation').selectOption({ index: 1 });
  await send(page, `/d/${SLUG}/members`);
}

async function bringWrongLines(page) {
  const buffer = Buffer.from('name,kind,country,roles,groups,observer,lang\n,state,999,origin,,no,en\nUnion of Ports,guild,,,,no,en\n');
  await page.locator('#delegations-file').setInputFiles({ name: 'delegations.csv', mimeType: 'text/csv', buffer });
  await send(page, `/d/${SLUG}/secretariat/delegations/file`);
}

/**
 * Presses the button of a form and waits for the page that answers. By keyboard: a click waits for the browser to draw
 * two frames, and a page whose size and colours were changed a hundred times may draw none for a long while.
 */
async function send(page, action) {
  const answered = page.waitForEvent('load');
  answered.catch(() => {}); // Where the press itself fails, that is what is told.
  await page.locator(`form[action="${action}"] button`).first().press('Enter');
  await answered;
}
