// The pages are complete without this file. It only shortens the way: a part with data-live="ADDRESS" is read again
// from its own page when that address sends news.
"use strict";
const renew = async (id) => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  const old = document.getElementById(id);
  if (!fresh || !old) return;
  // What the reader has open stays open; while the keyboard is inside, nothing moves.
  if (old.contains(document.activeElement)) return;
  const open = [...old.querySelectorAll("details")].map((part) => part.open);
  [...fresh.querySelectorAll("details")].forEach((part, i) => { part.open = Boolean(open[i]); });
  old.replaceChildren(...fresh.childNodes);
};
for (const part of document.querySelectorAll("[data-live][id]")) {
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => { waiting = false; renew(part.id); }, 1200);
  };
  new EventSource(part.dataset.live).addEventListener("news", soon);
}
