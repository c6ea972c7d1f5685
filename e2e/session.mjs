// Somebody who is signed in without a browser: what a test needs to be there is made with the forms that people send.

/** A session in one of the demo's roles; without a role, a visitor. */
export async function session(origin, role) {
  let cookie = '';
  const send = async (path, options = {}) => {
    const headers = { cookie, origin, accept: 'text/html', ...options.headers };
    const answer = await fetch(new URL(path, origin), { redirect: 'manual', ...options, headers });
    for (const set of answer.headers.getSetCookie()) cookie = set.split(';')[0];
    if (answer.status >= 400) throw new Error(`${options.method ?? 'GET'} ${path} answered ${answer.status}`);
    return answer;
  };
  if (role) await send(`/demo/as/${role}`);
  return {
    /** The text of a page. */
    read: async (path) => (await send(path)).text(),
    /** Sends a form; where its answer leads, or the page that it is. */
    async post(path, fields, { file = false } = {}) {
      const body = file ? form(fields) : new URLSearchParams(fields);
      const answer = await send(path, { method: 'POST', body });
      return answer.headers.get('location') ?? answer.text();
    },
  };
}

function form(fields) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return body;
}
