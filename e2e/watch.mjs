// What a page does behind a visitor's back: requests to elsewhere, errors, rules of the content-security policy broken.
import assert from 'node:assert/strict';

/** Watches a page from now on. `watched.assertClean()` fails with the list of what went wrong. */
export function watch(page, origin) {
  const troubles = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) troubles.push(`asked another server: ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) troubles.push(`${response.status()} for ${response.url()}`);
  });
  // Chromium reports violations of the policy as console errors.
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => troubles.push(`script error: ${error.message}`));
  return {
    assertClean: () => assert.deepEqual(troubles, []),
    /** Strikes out one trouble that a test has made itself. */
    forgive(pattern) {
      const at = troubles.findIndex((trouble) => pattern.test(trouble));
      assert.notEqual(at, -1, `nothing like ${pattern} happened`);
      troubles.splice(at, 1);
    },
  };
}
