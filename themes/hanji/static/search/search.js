/* The search as a reader meets it: the box, its keys, and what it shows. What is found, `engine.js` says. */

import { open, search } from "./engine.js";
import { excerpt } from "./excerpts.js";
import { marked } from "./marks.js";
import { forget, recent, remember } from "./recent.js";

const FIRST = 8; /* results that one answer shows */
const REST = 300; /* milliseconds without a key after which a reader is taken to look at what was found */

const box = document.querySelector(".search");
const isPage = box.localName !== "dialog";
const form = box.querySelector(".search-form");
const [input, list] = [form.elements.q, box.querySelector("[role=listbox]")];
const [state, status] = [box.querySelector(".search-state"), box.querySelector("[role=status]")];
const [help, more] = [box.querySelector(".search-help"), box.querySelector(".search-more")];
const words = form.dataset;
const base = words.index.replace(/\/search\/[^/]+\/$/, "");
const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
const index = open(words.index);
let turn = 0; /* of the query that was typed last: answers to others come too late */
let answer = Promise.resolve();
let chosen = -1; /* the row that Enter opens; -1 while the reader is in the text */
let rest;

function fill(word, values) {
  return word.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/* Texts of readers and authors become text nodes, and never markup. */
function make(name, className, ...content) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...content);
  return element;
}

function button(word, action) {
  const element = make("button", "", word);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

/* Asking. Every change is a query, also a syllable that is not complete yet. */
function ask(limit = FIRST) {
  const mine = ++turn;
  const query = input.value.trim();
  for (const other of box.querySelectorAll(".search-other")) other.search = query && address(query);
  answer = query ? search(index, query, limit) : Promise.resolve();
  answer = answer.then(
    (found) => mine === turn && (found ? show(query, found) : greet()),
    () => mine === turn && tell(words.offline, [], button(words.retry, () => ask())),
  );
}

function show(query, { rows, total, words: used, widened }) {
  const said = widened.map(([from, to]) => fill(words.widened, { from, to }));
  if (total) said.push(fill(words.count, { n: total.toLocaleString() }));
  tell(said.join(" · "), rows.map((row) => result(row, used)));
  more.hidden = rows.length >= total;
  rest = setTimeout(() => {
    if (isPage) track(query);
    if (total) for (const row of [...list.children].slice(0, 3)) quote(row, used);
    else tell(fill(words.none, { q: query }), []);
    status.textContent = state.textContent;
  }, REST);
}

function greet() {
  const queries = recent(words.index);
  const clear = button(words.forget, () => {
    forget(words.index);
    input.focus();
    greet();
  });
  tell(queries.length ? words.recent : "", queries.map(again), ...(queries.length ? [clear] : []));
  if (isPage) track("");
}

/* Showing: a line that says what was done, and the rows below it. */
function tell(text, rows, ...buttons) {
  clearTimeout(rest);
  state.replaceChildren(text, ...buttons);
  list.replaceChildren(...rows);
  rows.forEach((row, i) => Object.assign(row, { id: `found-${i}`, role: "option", tabIndex: -1 }));
  input.setAttribute("aria-expanded", rows.length > 0);
  help.hidden = rows.length > 0;
  more.hidden = true;
  choose(-1);
  list.scrollTop = 0;
}

function result({ url, title, date: day, section, summary }, used) {
  const about = [day && date.format(new Date(day)), section && `@${section}`].filter(Boolean).join(" · ");
  const row = make("a", "search-row", make("b", "", ...marked(title, used)), make("small", "", about));
  row.append(make("span", "search-text", ...marked(summary, used)));
  row.href = base + url;
  return row;
}

function again(query) {
  const row = make("a", "search-row search-again", query);
  row.href = form.action + address(query);
  return row;
}

async function quote(row, used) {
  const text = await excerpt(row.href, used);
  if (text) row.querySelector(".search-text").replaceChildren(...marked(text, used));
}

/* Choosing and opening. */
function choose(i) {
  list.children[chosen]?.removeAttribute("aria-selected");
  chosen = i;
  const row = list.children[i];
  row?.setAttribute("aria-selected", "true");
  row?.scrollIntoView({ block: "nearest" });
  input.setAttribute("aria-activedescendant", row ? row.id : "");
}

input.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return; /* the key belongs to the input method */
  const last = list.children.length - 1;
  const inText = chosen < 0;
  const next = {
    ArrowDown: chosen < last ? chosen + 1 : -1,
    ArrowUp: inText ? last : chosen - 1,
    Home: inText ? undefined : 0,
    End: inText ? undefined : last,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(next);
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await answer;
  const row = list.children[chosen] || (!isPage && input.value.trim() && list.firstElementChild);
  if (row) row.click();
  else if (isPage) commit();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest("a");
  if (!row) return;
  if (row.classList.contains("search-again")) {
    event.preventDefault();
    input.value = row.textContent;
    input.focus();
    ask();
  } else {
    commit();
  }
});

input.addEventListener("input", () => ask());
more.addEventListener("click", () => ask(list.children.length + 2 * FIRST));

/* The page of the search keeps its query in its address: what is being typed replaces itself, what was searched stays. */
function address(query) {
  return `?q=${encodeURIComponent(query)}`;
}

function track(query) {
  const there = query ? address(query) : location.pathname;
  if (there === (location.search || location.pathname)) return;
  if (history.state?.typing || !location.search) history.replaceState({ typing: true }, "", there);
  else history.pushState({ typing: true }, "", there);
}

function commit() {
  const query = input.value.trim();
  if (query) remember(words.index, query);
  if (!isPage) return;
  track(query);
  history.replaceState(null, "");
}

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q") || "";
  ask();
}

/* A phone's keyboard covers the lower half of the page: the box keeps to the other. */
function fit() {
  box.style.setProperty("--room", `${visualViewport.height}px`);
  box.style.setProperty("--top", `${visualViewport.offsetTop}px`);
}

if (isPage) {
  addEventListener("popstate", fromAddress);
  fromAddress();
} else {
  visualViewport.addEventListener("resize", fit);
  visualViewport.addEventListener("scroll", fit);
  fit();
  ask();
}
