// How the tests read a question's page: by what a person sees and what forms mean, not by classes.

/** The three answers, in the order in which they stand. */
export function answers(within) {
  return within.locator('button[name=value]');
}

export function answer(within, value) {
  return within.locator(`button[name=value][value=${value}]`).first();
}

/** The text of the perspective that is on show: the contribution nearest before the answers, which carries its language. */
export async function shownPerspective(page) {
  const text = await answer(page, 'agree').evaluate((button) => {
    for (let box = button.parentElement; box && box !== document.body; box = box.parentElement) {
      const said = [...box.querySelectorAll('[lang][dir]')].findLast((said) => said.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (said) return said.textContent;
    }
    return '';
  });
  return text.trim().replace(/\s+/g, ' ');
}

/** The whole main part as one line of text, to look for something that was said. */
export async function mainText(page) {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
}
