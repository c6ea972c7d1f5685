// Every page there is, in the simulated dialogue: the checks and the screenshots go through this list.
export const SLUG = 'indaba-demo-1';
export const LANGUAGES = [{ lang: 'en', dir: 'ltr' }, { lang: 'fr', dir: 'ltr' }, { lang: 'ar', dir: 'rtl' }];

/** The references of the demo's questions, in the paper's order. */
export async function questionRefs(origin) {
  const response = await fetch(`${origin}/api/v1/dialogues/${SLUG}`);
  if (!response.ok) throw new Error(`the demo's dialogue answered ${response.status}`);
  const { workshops } = await response.json();
  return workshops.flatMap((workshop) => workshop.questions.map((question) => question.ref));
}

/**
 * The pages as `{name, path, as}`; `as` is the role that may see the page, none for everybody.
 * @returns {Promise<Array<{name: string, path: string, as?: string}>>}
 */
export async function pages(origin) {
  const [ref] = await questionRefs(origin);
  const paragraph = ref.split('.')[0]; // A question is named by its paragraph and place: 10.1.
  const dialogue = `/d/${SLUG}`;
  const question = `${dialogue}/q/${ref}`;
  const secretariat = ['delegations', 'codes', 'moderation', 'entry', 'settings'];
  return [
    { name: 'home', path: '/' },
    { name: 'sign-in', path: '/sign-in' },
    { name: 'help', path: '/help' },
    { name: 'paper', path: dialogue },
    { name: 'paragraph', path: `${dialogue}/p/${paragraph}` },
    { name: 'question', path: question },
    { name: 'question-delegate', path: question, as: 'delegate' },
    { name: 'question-secretariat', path: question, as: 'secretariat' },
    { name: 'responses', path: `${question}/responses`, as: 'delegate' },
    { name: 'landscape', path: `${question}/landscape` },
    { name: 'hall', path: `${question}/hall` },
    { name: 'print', path: `${question}/print`, as: 'secretariat' },
    { name: 'summary', path: `${dialogue}/summary`, as: 'secretariat' },
    { name: 'me', path: '/me', as: 'delegate' },
    { name: 'secretariat', path: `${dialogue}/secretariat`, as: 'secretariat' },
    ...secretariat.map((room) => ({ name: `secretariat-${room}`, path: `${dialogue}/secretariat/${room}`, as: 'secretariat' })),
  ];
}

/** The pages by the role that may see them, so that each role signs in once. */
export function byRole(list) {
  const groups = new Map();
  for (const page of list) groups.set(page.as, [...(groups.get(page.as) ?? []), page]);
  return groups;
}
