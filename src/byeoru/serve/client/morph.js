// Bring the page to what the server sends now, and touch nothing else.
//
// In:  the document as the server sent it last (`base`), and as it sends it now.
// Out: the live page, changed only where these two differ.
//
// What a script or the reader did to the page since (an open <details>, typed words, a button beside code, a class) is in
// neither of them, and so is never seen, let alone undone.

import { aligned } from "./align.js";

const INERT = document.implementation.createHTMLDocument("");
const twins = new WeakMap(); // node of the base, its node in the page

let base, isExact = false, isBegun = false;

// Remember the page as it is: as the server sent it, but for what scripts in it have done while it was read.
export function begin(ours) {
  base = copied(document.documentElement, ours);
}

// Take the document as the server did send it, and so learn what those scripts have done.
export function settle(sent) {
  if (isBegun) return;
  marry(base, tidy(sent));
  base = sent.documentElement;
  isExact = true;
}

function marry(old, sent) {
  twins.set(sent, twins.get(old));
  for (const [mine, one] of aligned([...old.childNodes], [...sent.childNodes])) {
    if (!one) continue; // a script has made it
    if (mine) marry(mine, one);
    else grown(one); // a script has taken it away: what becomes of it nobody sees
  }
}

function tidy(next) {
  for (const one of next.querySelectorAll("noscript")) one.textContent = one.innerHTML; // as browsers with scripts read it
  return next.documentElement;
}

function copied(live, ours) {
  const copy = INERT.importNode(live, false); // a copy in this document would load its pictures
  twins.set(copy, live);
  for (const child of live.childNodes) if (child !== ours) copy.append(copied(child, ours));
  return copy;
}

// Say that the stylesheet *link* of the page has made room for *made*.
export function exchanged(link, made) {
  for (const one of base.querySelectorAll("link")) if (twins.get(one) === link) twins.set(one, made);
}

// Tell whether a morph cannot do it: scripts have changed, or nobody knows what one in the text has done to the page.
export function needsReload(next) {
  const isDoubtful = !isExact && [...base.querySelectorAll("body script:not([src])")].some(runs);
  return isDoubtful || scripts(base) !== scripts(next.documentElement);
}

function runs(script) {
  return /^(|module|.*(java|ecma)script)$/i.test(script.type);
}

function scripts(root) {
  return [...root.querySelectorAll("script, template")]
    .filter((one) => one.localName === "template" || runs(one)).map((one) => one.outerHTML).join("\n");
}

// Show *next*; return whether anything in the page has changed. *swap* exchanges a stylesheet for one with another address.
export function morph(next, swap) {
  const root = tidy(next);
  if (!isBegun && !isExact) { // the scripts in its head may have marked it before we came
    for (const one of ["lang", "dir"]) if (root.hasAttribute(one)) document.documentElement.setAttribute(one, root.getAttribute(one));
    for (const { name } of [...base.attributes]) base.removeAttribute(name);
    for (const one of root.attributes) base.setAttributeNode(one.cloneNode());
  }
  isBegun = true;
  if (base.isEqualNode(root)) return false;
  patch(base, root, swap);
  return true;
}

function patch(old, next, swap) {
  if (old.isEqualNode(next)) return;
  const live = twins.get(old);
  if (old.nodeType !== Node.ELEMENT_NODE) {
    live.data = old.data = next.data;
    return;
  }
  attributes(old, next, live, swap);
  children(old, next, live, swap);
}

function attributes(old, next, live, swap) {
  const isSheet = old.localName === "link" && old.relList.contains("stylesheet");
  if (isSheet && old.getAttribute("href") !== next.getAttribute("href")) {
    live = swap(live, next.getAttribute("href"));
    twins.set(old, live);
  }
  for (const { name } of [...old.attributes]) {
    if (next.hasAttribute(name)) continue;
    old.removeAttribute(name);
    live.removeAttribute(name);
  }
  for (const one of next.attributes) {
    if (old.getAttribute(one.name) === one.value) continue;
    old.setAttributeNode(one.cloneNode());
    if (!(isSheet && one.name === "href")) live.setAttributeNode(document.importNode(one));
  }
}

function children(old, next, live, swap) {
  const rows = aligned([...old.childNodes], [...next.childNodes]);
  let last = null; // the node of the page behind which the next one belongs
  const made = [];
  for (const [before, after] of rows) {
    if (!after) {
      twins.get(before).remove();
      continue;
    }
    if (before) {
      patch(before, after, swap);
      made.push(before);
      last = childOf(live, twins.get(before)) || last;
      continue;
    }
    const node = grown(after);
    if (last) last.after(node);
    else live.prepend(node);
    last = node;
    made.push(after);
  }
  old.replaceChildren(...made);
}

// A script may have put a frame around a node.
function childOf(parent, node) {
  while (node && node.parentNode !== parent) node = node.parentNode;
  return node;
}

function grown(next) {
  const live = document.importNode(next, false);
  twins.set(next, live);
  for (const child of next.childNodes) live.append(grown(child));
  return live;
}
