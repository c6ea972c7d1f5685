// axe-core on a page as it stands. It is evaluated through the debugger, to which the page's content-security policy
// does not apply: the policy itself stays in force for the page.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// All of axe's default rules, and target size, which WCAG 2.2 AA asks for (2.5.8) and axe leaves off by default.
const options = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } };

/** What axe finds, one line for each element concerned. */
export async function violations(page) {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(source);
  const found = await page.evaluate((given) => window.axe.run(document, given).then((result) => result.violations), options);
  return found.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${reason(node)}`));
}

function reason(node) {
  return [...node.any, ...node.all].map((check) => check.message).slice(0, 1).join('');
}
