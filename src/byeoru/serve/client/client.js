// The client script of the preview: it receives a message after each build, and updates the page.
//
// It is the first script in the head, so that it sees the page before any script of the theme changes it. After each update
// it dispatches a `byeoru:morph` event on the document, to which scripts of the theme can react.

import { candidates, isPage, isStillAt, pathIn } from "./addresses.js";
import { recordTags, refresh, replaceStylesheet, staleResources } from "./assets.js";
import { begin, morph, needsReload, setBase, stylesheetReplaced } from "./morph.js";
import { recall, store } from "./storage.js";
import { listen } from "./stream.js";

const SCRIPT = document.querySelector("script[data-token]");
const PREFIX = new URL(".", import.meta.url).pathname;
const page = { ...SCRIPT.dataset, build: Number(SCRIPT.dataset.build) }; // run, build, path, base, token
const TIMEOUT = 10000; // milliseconds
const listeners = new Set();
const latest = [{}, {}]; // the last message about a build, and the last state of the connection
let pending, isBusy = false;

begin(SCRIPT);
addEventListener("load", () => {
  recordTags(pathOf);
  fetchPage("force-cache").then((sent) => sent?.script?.dataset.build === SCRIPT.dataset.build && sent.script.dataset.run === page.run && setBase(sent.page), () => {});
});

function pathOf(address) {
  return pathIn(page.base, address, location.href);
}

async function receive(message) {
  latest[0] = message;
  for (const listener of listeners) listener(message);
  if (message.run === page.run && message.build <= page.build) return;
  if (isBusy) {
    pending = pending ? { ...message, changed: null } : message;
    return;
  }
  isBusy = true;
  await update(message).catch(() => {}); // the server is away; its first message after the reconnection leads here again
  isBusy = false;
  const next = pending;
  pending = undefined;
  if (next) receive(next);
}

async function update(message) {
  const isNext = message.run === page.run && message.build === page.build + 1;
  const changed = isNext && message.changed ? new Set(message.changed) : null;
  if (message.follow && isLastUsed() && pathOf(message.follow) !== pathOf(location.href)) {
    location.assign(message.follow);
    return false;
  }
  const files = changed === null ? await staleResources() : [...changed].filter((path) => !isPage(path));
  if (files.length && refresh(new Set(files), pathOf, `${message.run}.${message.build}`, stylesheetReplaced)) return reload(message);
  const here = pathOf(location.href);
  const isTouched = changed === null || [page.path, ...candidates(here)].some((path) => changed.has(path));
  const isPushed = changed !== null && message.page?.path === page.path && isStillAt(here, page.path, changed);
  if (isTouched && !updatePage(message, isPushed ? parse(message.page.html) : await fetchPage("no-store"))) return false;
  page.run = message.run;
  page.build = message.build;
  return true;
}

// Fetch this page; return null if it is not HTML.
async function fetchPage(cache) {
  const response = await fetch(location.href, { cache, signal: AbortSignal.timeout(TIMEOUT) });
  if (!/html/.test(response.headers.get("Content-Type"))) return null;
  return { ...parse(await response.text()), redirect: response.redirected ? response.url : "" };
}

// Return a page and its client script, which is removed from it.
function parse(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const script = parsed.querySelector("script[data-token]");
  script?.remove();
  return { page: parsed, script };
}

// Update the page to the version that the server has *sent*; return false if it is reloaded or replaced instead.
function updatePage(message, sent) {
  if (!sent) return reload(message);
  if (sent.redirect) {
    location.replace(sent.redirect);
    return false;
  }
  page.token = sent.script?.dataset.token;
  page.path = sent.script?.dataset.path;
  const next = sent.page;
  if (needsReload(next)) return reload(message);
  try {
    if (morph(next, replaceStylesheet)) document.dispatchEvent(new CustomEvent("byeoru:morph"));
  } catch (problem) { // scripts have changed the structure of the page
    console.error(problem);
    return reload(message);
  }
  return true;
}

// Reload the page, at most once per build: if that does not help, a second reload does not either.
function reload(message) {
  const version = `${message.run}.${message.build}`;
  if (recall("reload") !== version) {
    store("reload", version);
    location.reload();
  }
  return false;
}

// With `--follow` only the most recently used tab opens the changed page.
const tabId = String(Math.random());
function markUsed() {
  if (!document.hidden) store("used", tabId, true);
}
function isLastUsed() {
  return !document.hidden && (recall("used", true) ?? tabId) === tabId;
}
// A rescan when the author comes back from the editor finds changes for which there was no event.
document.addEventListener("visibilitychange", () => document.hidden || fetch(`${PREFIX}rescan`).catch(() => {}));
for (const kind of ["focus", "pointerdown", "keydown"]) addEventListener(kind, markUsed, { passive: true });
document.addEventListener("visibilitychange", markUsed);
markUsed();

listen(`${PREFIX}events`, receive, (isConnected) => {
  latest[1] = { isConnected };
  for (const listener of listeners) listener({ isConnected });
});
// A restarting server does not respond, and the browser caches a failed import, so each attempt has another address.
const openTools = (attempt) =>
  import(`./tools.js?${attempt}`).then(
    (tools) => tools.open(PREFIX, page, listeners, latest),
    () => setTimeout(openTools, 1000, attempt + 1),
  );
openTools(0);
