// The pages are complete without this file. It only shortens the way: a part with data-live="ADDRESS" is read again
// from its own page when that address sends news, and a form inside data-in-place="ID" renews that part of its page.
"use strict";
const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
const renew = async (id) => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const fresh = (await read(answer)).getElementById(id);
  const old = document.getElementById(id);
  if (!fresh || !old) return;
  // What the reader has open stays open; while the keyboard is inside, nothing moves.
  if (old.contains(document.activeElement)) return;
  const open = [...old.querySelectorAll("details")].map((part) => part.open);
  [...fresh.querySelectorAll("details")].forEach((part, i) => { part.open = Boolean(open[i]); });
  const stood = rings(old);
  old.replaceChildren(...fresh.childNodes);
  if (!matchMedia("(prefers-reduced-motion: reduce)").matches) move(rings(old), stood);
};
// Rings of a map by their class. A group goes from where it stood to where it stands, rather than jump.
const rings = (part) => new Map([...part.querySelectorAll("svg.map .ring")].map((ring) => [ring.getAttribute("class"), ring]));
const move = (now, before) => {
  const place = (ring) => Object.fromEntries(["cx", "cy", "rx", "ry"].map((name) => [name, `${ring.getAttribute(name)}px`]));
  for (const [group, ring] of now) {
    if (before.has(group)) ring.animate([place(before.get(group)), place(ring)], { duration: 700, easing: "ease-in-out" });
  }
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

// An answer without a new page: who answers forty perspectives keeps keyboard and reading place. The focus goes to what
// is new, so that it is read out; "back" leads to where the visitor came from. Whatever goes wrong goes the plain way.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  const part = form.closest("[data-in-place]");
  if (!part || !submitter?.name || form.dataset.plain) return;
  event.preventDefault();
  if (part.ariaBusy) return;
  part.ariaBusy = "true";
  try {
    const body = new URLSearchParams(new FormData(form, submitter));
    const answer = await fetch(form.action, { method: "POST", body, headers: { accept: "text/html" } });
    const fresh = await read(answer);
    const renewed = fresh.getElementById(part.id);
    if (!answer.ok || !renewed) throw new Error("not the page that was expected");
    for (const id of [part.id, part.dataset.inPlace]) {
      document.getElementById(id).replaceChildren(...fresh.getElementById(id).childNodes);
    }
    history.replaceState(null, "", answer.url);
    part.querySelector("[data-first]")?.focus();
  } catch {
    form.dataset.plain = "yes";
    form.requestSubmit(submitter);
  } finally {
    part.ariaBusy = null;
  }
});
// A long form with data-save keeps itself: what was typed is sent as its button would send it, and the parts that tell
// what is kept and what is missing are taken from the answer.
for (const form of document.querySelectorAll("form[data-save]")) {
  let timer = 0, sending = Promise.resolve();
  const send = async () => {
    if (!form.elements.title.value.trim() || (form.elements.code && !form.elements.code.value)) return;
    const typed = new URLSearchParams(new FormData(form));
    typed.set("act", "save");
    const answer = await fetch(form.action, { method: "POST", body: typed }).catch(() => null);
    if (!answer) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["saved", "missing"]) {
      const fresh = page.getElementById(id), old = document.getElementById(id);
      if (fresh && old) old.replaceChildren(...fresh.childNodes);
    }
    if (answer.redirected) { form.action = answer.url; history.replaceState(null, "", answer.url); }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(() => { sending = sending.then(send); }, 900); };
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => clearTimeout(timer));
}
// What a vocabulary has is suggested while one types, in the browser's own list, each label with its kind.
for (const box of document.querySelectorAll("[data-words]")) {
  const list = document.createElement("datalist");
  list.id = `${box.id}-words`;
  box.after(list);
  box.setAttribute("list", list.id);
  let timer = 0;
  const suggest = async () => {
    const words = box.value.trim();
    const answer = words.length > 1 && await fetch(`${box.dataset.words}?q=${encodeURIComponent(words)}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    if (words === box.value.trim()) list.replaceChildren(...found.map(([label, kind]) => new Option(kind, label)));
  };
  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 200); });
}
// What is ticked in folded lists is told above them.
for (const part of document.querySelectorAll("[data-chosen]")) part.addEventListener("change", () => {
  const ticked = [...part.querySelectorAll(":checked")].map((box) => box.parentNode.textContent.trim());
  part.querySelector("output").textContent = ticked.join(" · ");
});
// Levers: a moved one is answered at once, in the part named by data-at-once; what takes longer (data-then) is fetched
// from its own page and put in place. The address always is that of what is shown.
let asked = 0;
const taken = async (id, address) => {
  const turn = asked;
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const fresh = (await read(answer)).getElementById(id), old = document.getElementById(id);
  // An answer that another lever has overtaken is dropped.
  // What was typed and can't be taken comes back with a word on it, in its place: 422.
  if (!(answer.ok || answer.status === 422) || !fresh || !old || turn !== asked) return null;
  const open = [...old.querySelectorAll("details")].map((part) => part.open);
  [...fresh.querySelectorAll("details")].forEach((part, i) => { part.open = Boolean(open[i]); });
  old.replaceChildren(...fresh.childNodes);
  return fresh.dataset.then ?? "";
};
const follow = async (id, address) => {
  const turn = asked, part = document.getElementById(id);
  part.ariaBusy = "true";
  const next = await taken(id, address).catch(() => null);
  if (turn === asked) part.ariaBusy = null;
  return turn === asked ? next : null;
};
const chase = async (id, address) => { for (let next = address; next;) next = await follow(id, next); };
for (const part of document.querySelectorAll("[data-then][id]")) chase(part.id, part.dataset.then);
for (const form of document.querySelectorAll("form[data-at-once]")) {
  form.addEventListener("change", async () => {
    asked += 1;
    const turn = asked, query = new URLSearchParams(new FormData(form));
    for (const [name, value] of [...query]) if (!value) query.delete(name, value);
    const address = `${form.action.split("#")[0]}?${query}`;
    const next = await taken(form.dataset.atOnce, address).catch(() => null);
    if (turn !== asked) return;
    // Whatever goes wrong goes the plain way.
    if (next === null) { form.requestSubmit(); return; }
    history.replaceState(null, "", address);
    if (next) await follow(form.dataset.atOnce, next);
  });
}
