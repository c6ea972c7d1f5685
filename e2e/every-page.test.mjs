// No page is forgotten: what the program's table of routes answers with a page stands in the list that the checks go
// through.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, it } from 'node:test';
import { pages } from './pages.mjs';
import { startDemo } from './server.mjs';

/** Addresses that are read but are no pages: files, streams, and ways in that lead elsewhere. */
const NO_PAGES = [
  '/assets/{version}/{name}',
  '/demo/as/{role}',
  '/me/data.json',
  '/d/{slug}/record.zip',
  '/d/{slug}/summary/download/{format}',
  '/d/{slug}/q/{reference}/evidence/{id}',
  '/corridors/assumptions.csv',
  '/corridors/levers/download/{format}',
  '/d/{slug}/scenarios/{scenario}/effects.json',
  '/d/{slug}/scenarios/{scenario}/download/{format}',
  '/d/{slug}/exchange/vocabulary',
  '/partner/v1/introductions/{id}/contact',
  '/d/{slug}/practices/download/{format}',
  '/d/{slug}/q/{reference}/events',
  '/d/{slug}/landing.html',
  '/d/{slug}/landing.json',
  '/d/{slug}/landing/events',
  '/d/{slug}/q/{reference}/landscape.html',
  '/d/{slug}/q/{reference}/landscape.json',
];

const server = await startDemo();
after(() => server.stop());

it('every route that answers with a page is in the list', async () => {
  const table = await readFile(new URL('../crates/indaba/src/web/router.rs', import.meta.url), 'utf8');
  const routes = [...table.matchAll(/\.get\(\s*"([^"]+)"/g)].map(([, route]) => route);
  assert.ok(routes.length > 30, 'the table of routes could not be read');
  const paths = (await pages(server.origin)).map(({ path }) => path.split('?')[0]);
  const shown = (route) => paths.some((path) => new RegExp(`^${route.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path));
  assert.deepEqual(routes.filter((route) => !shown(route) && !NO_PAGES.includes(route)), []);
  assert.deepEqual(NO_PAGES.filter((route) => !routes.includes(route)), [], 'no longer in the table');
});
