// The preview's script: it hears of each build, and brings its page up to date.
//
// It stands first in the head, so that it sees the page before any script of the theme does. After each change of the
// page it tells the theme so: a `byeoru:morph` event of the document.

import { candidates, isPage, pathIn } from "./addresses.js";
import { note, refresh, stale, swap } from "./assets.js";
import { keep, recall } from "./storage.js";
import { begin, exchanged, morph, needsReload, settle } from "./morph.js";
import { listen } from "./stream.js";

const SCRIPT = document.querySelector("script[data-token]");
const ROOM = new URL(".", import.meta.url).pathname;
const page = { ...SCRIPT.dataset, build: Number(SCRIPT.dataset.build) }; // run, build, path, base, token
const PATIENCE = 10000; // milliseconds
const listeners = new Set();
const latest = [{}, {}]; // what was last heard of builds and of the server
let waiting, isBusy = false;

begin(SCRIPT);
addEventListener("load", () => {
  note(pathOf);
  read("force-cache").then((sent) => sent?.ours?.dataset.build === SCRIPT.dataset.build && sent.ours.dataset.run === page.run && settle(sent.page), () => {});
});

function pathOf(address) {
  return pathIn(page.base, address, location.href);
}

async function hear(message) {
  latest[0] = message;
  for (const one of listeners) one(message);
  if (message.run === page.run && message.build <= page.build) return;
  if (isBusy) {
    waiting = waiting ? { ...message, changed: null } : message;
    return;
  }
  isBusy = true;
  await follow(message).catch(() => {}); // the server is away; its first word later leads here again
  isBusy = false;
  const next = waiting;
  waiting = undefined;
  if (next) hear(next);
}

async function follow(message) {
  const isNext = message.run === page.run && message.build === page.build + 1;
  const changed = isNext && message.changed ? new Set(message.changed) : null;
  if (message.follow && isSeen() && pathOf(message.follow) !== pathOf(location.href)) {
    location.assign(message.follow);
    return false;
  }
  const files = changed === null ? await stale() : [...changed].filter((path) => !isPage(path));
  if (files.length && refresh(new Set(files), pathOf, `${message.run}.${message.build}`, exchanged)) return reload(message);
  if ((changed === null || candidates(page.path, pathOf(location.href)).some((path) => changed.has(path))) && !(await renew(message))) return false;
  page.run = message.run;
  page.build = message.build;
  return true;
}

// Fetch this page, and take our own script out of it; null if there is a file of another kind.
async function read(cache) {
  const answer = await fetch(location.href, { cache, signal: AbortSignal.timeout(PATIENCE) });
  if (!/html/.test(answer.headers.get("Content-Type"))) return null;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const ours = found.querySelector("script[data-token]");
  ours?.remove();
  return { page: found, ours, elsewhere: answer.redirected ? answer.url : "" };
}

// Show this page as it is now; return whether it is still there to be shown.
async function renew(message) {
  const sent = await read("no-store");
  if (!sent) return reload(message);
  if (sent.elsewhere) {
    location.replace(sent.elsewhere);
    return false;
  }
  page.token = sent.ours?.dataset.token;
  page.path = sent.ours?.dataset.path;
  const next = sent.page;
  if (needsReload(next)) return reload(message);
  try {
    if (morph(next, swap)) document.dispatchEvent(new CustomEvent("byeoru:morph"));
  } catch (problem) { // a page that scripts have turned upside down
    console.error(problem);
    return reload(message);
  }
  return true;
}

// Load the page anew, once for each build: what that does not mend, another time would not either.
function reload(message) {
  const mark = `${message.run}.${message.build}`;
  if (recall("reload") !== mark) {
    keep("reload", mark);
    location.reload();
  }
  return false;
}

// Of all tabs the one that was used last goes to what has changed.
const me = String(Math.random());
function use() {
  if (!document.hidden) keep("used", me, true);
}
function isSeen() {
  return !document.hidden && (recall("used", true) ?? me) === me;
}
// What no event has told is found by a look at everything when the writer comes back from the editor.
document.addEventListener("visibilitychange", () => document.hidden || fetch(`${ROOM}rescan`).catch(() => {}));
for (const kind of ["focus", "pointerdown", "keydown"]) addEventListener(kind, use, { passive: true });
document.addEventListener("visibilitychange", use);
use();

listen(`${ROOM}events`, hear, (isHere) => {
  latest[1] = { isHere };
  for (const one of listeners) one({ isHere });
});
// A server that is just being restarted does not answer, and a browser remembers that of the address it asked.
const openTools = (attempt) =>
  import(`./tools.js?${attempt}`).then(
    (tools) => tools.open(ROOM, page, listeners, latest),
    () => setTimeout(openTools, 1000, attempt + 1),
  );
openTools(0);
