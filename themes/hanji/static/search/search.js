/* The search as a reader meets it: the box, its keys, and what it shows. `engine.js` finds. */

import { open, search } from "./engine.js";

const FIRST = 8; /* results, until the reader asks for more */
const REST = 300; /* milliseconds after the last key */
const RECENT = 5; /* queries, kept in the browser alone */

const form = document.querySelector(".search-form");
const box = form.parentElement;
const [list, help, more, state, status] = [
  "[role=listbox]", ".search-help", ".search-more", ".search-state", "[role=status]",
].map((name) => box.querySelector(name));
const input = form.elements.q;
const words = form.dataset;
const [base] = words.index.split(/\/search\/[^/]*\/index\.json$/);
const index = open(words.index.replace("index.json", ""));
const dates = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
let turn = 0; /* of the last query: answers to others come too late */
let answer;
let chosen = -1; /* the row that the arrows have reached */
let rest;

const typed = () => input.value.trim();
const fill = (word, values) => word.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const address = (query) => query && `?q=${encodeURIComponent(query)}`;

/* What authors and readers wrote becomes text nodes, never markup. */
function make(name, values, ...content) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...content);
  return element;
}

/* Every change is a query, also while a syllable is composed. */
function ask(from = 0) {
  const mine = ++turn;
  const query = typed();
  clearTimeout(rest);
  list.ariaBusy = true;
  for (const other of box.querySelectorAll(".search-other")) other.search = address(query);
  answer = (query ? search(index, query, from + (from ? 2 * FIRST : FIRST)) : Promise.resolve()).then(
    (found) => mine === turn && (found ? show(query, found, from) : greet()),
    () => mine === turn && tell([words.offline, make("button", { onclick: () => ask() }, words.retry)]),
  );
}

function show(query, { rows, total, words: used, widened }, from) {
  const marks = marksOf(used);
  const said = widened.map(([before, after]) => fill(words.widened, { from: before, to: after }));
  if (total) said.push(fill(words.count, { n: total.toLocaleString() }));
  tell([said.join(" · ")], rows.slice(from).map((row) => result(row, marks)), from);
  more.hidden = rows.length >= total;
  rest = setTimeout(() => {
    if (!total) tell([fill(words.none, { q: query })]);
    status.textContent = state.textContent;
    for (const row of [...list.children].slice(0, 3)) quote(row, marks).catch(() => {}); /* the summary stays */
  }, REST);
}

function greet() {
  const rows = recent().map((query) => make("a", { href: form.action + address(query) }, query));
  tell(rows.length ? [words.recent, make("button", { onclick: forget }, words.forget)] : [], rows);
  help.hidden = false;
}

function forget() {
  keep([]);
  greet();
  input.focus();
}

/* A line about what was done, and rows below it. */
function tell(line, rows = [], from = 0) {
  state.replaceChildren(...line);
  if (!from) {
    list.replaceChildren();
    choose(-1);
  }
  list.append(...rows);
  list.ariaBusy = false;
  [...list.children].forEach((row, i) => Object.assign(row, { id: `search:${i}`, role: "option", tabIndex: -1 }));
  input.ariaExpanded = help.hidden = list.children.length > 0;
  more.hidden = true;
}

function result([, url, title, date, section, summary], marks) {
  return make(
    "a",
    { href: base + url },
    make("b", { dir: "auto" }, ...marked(title, marks)),
    make("small", {}, date ? dates.format(new Date(date)) : `@${section}`),
    make("span", { dir: "auto" }, ...marked(summary, marks)),
  );
}

async function quote(row, marks) {
  const { passage } = await import("./passages.js");
  const text = await passage(row.href, marks);
  if (text) row.lastChild.replaceChildren(...marked(text, marks));
}

function marked(text, marks) {
  return text.split(marks).map((part, i) => (i % 2 ? make("mark", {}, part) : part));
}

/* Syllables may be written apart; `c` is not part of another word: `search/marks.py` marks the same. */
function marksOf(used) {
  const patterns = [...used].sort((a, b) => b.length - a.length).map((word) => {
    const spelled = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/(?<=[가-힣])(?=[가-힣])/g, "\\s?");
    return /^[a-z0-9]{1,2}$/.test(word) ? `(?<![a-z0-9])${spelled}(?![a-z0-9])` : spelled;
  });
  return new RegExp(`(${patterns.join("|") || "(?!)"})`, "gi");
}

function choose(i) {
  const row = list.children[i];
  list.children[chosen]?.removeAttribute("aria-selected");
  row?.setAttribute("aria-selected", "true");
  row?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", row ? row.id : "");
  chosen = i;
}

input.addEventListener("input", () => ask());
more.addEventListener("click", () => ask(list.children.length));

input.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return; /* the key is the input method's */
  const last = list.children.length - 1;
  const ends = chosen < 0 ? {} : { Home: 0, End: last }; /* in the text, they move the caret */
  const next = { ArrowDown: chosen < last ? chosen + 1 : -1, ArrowUp: chosen < 0 ? last : chosen - 1, ...ends }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(next);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await answer;
  list.children[chosen < 0 && typed() ? 0 : chosen]?.click();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest("a");
  if (row.childElementCount) return keep([typed(), ...recent().filter((one) => one !== typed())].slice(0, RECENT));
  event.preventDefault(); /* a recent query */
  input.value = row.textContent;
  input.focus();
  input.dispatchEvent(new Event("input"));
});

function recent() {
  try {
    return JSON.parse(localStorage.getItem(words.index)).map(String);
  } catch {
    return [];
  }
}

function keep(queries) {
  try {
    localStorage.setItem(words.index, JSON.stringify(queries));
  } catch { /* a private window */ }
}

ask();
