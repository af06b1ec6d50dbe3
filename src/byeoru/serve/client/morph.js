// Update the open page to the current response of the server, and change nothing else.
//
// In:  the document as the server sent it last (`base`), and as it sends it now.
// Out: the live page, changed only where these two differ.
//
// Changes by scripts or the reader (an open <details>, typed text, a button next to code, a class) are in neither of the two
// documents, so they are kept.

import { align } from "./align.js";

const INERT = document.implementation.createHTMLDocument("");
const liveNodes = new WeakMap(); // node of the base: the corresponding node of the page

let base, isExact = false, hasMorphed = false; // exact: the base is a response of the server, not a copy of the page

// Copy the page as the first base, without the client *script*; scripts may have changed the page while it was parsed.
export function begin(script) {
  base = copy(document.documentElement, script);
}

// Use the response of the server as the base, so that changes by those scripts are recognized.
export function setBase(sent) {
  if (hasMorphed) return;
  link(base, normalize(sent));
  base = sent.documentElement;
  isExact = true;
}

// Map the nodes of *sent* to the live nodes of *old*.
function link(old, sent) {
  liveNodes.set(sent, liveNodes.get(old));
  for (const [oldChild, child] of align([...old.childNodes], [...sent.childNodes])) {
    if (!child) continue; // a script has added it
    if (oldChild) link(oldChild, child);
    else create(child); // a script has removed it: it gets a node that is not in the page
  }
}

function normalize(next) {
  for (const element of next.querySelectorAll("noscript")) element.textContent = element.innerHTML; // as parsed with scripts enabled
  return next.documentElement;
}

function copy(live, script) {
  const node = INERT.importNode(live, false); // a copy in this document would load its pictures
  liveNodes.set(node, live);
  for (const child of live.childNodes) if (child !== script) node.append(copy(child, script));
  return node;
}

// Record that the stylesheet *old* of the page has been replaced.
export function stylesheetReplaced(old, replacement) {
  for (const element of base.querySelectorAll("link")) if (liveNodes.get(element) === old) liveNodes.set(element, replacement);
}

// Tell whether the page must be reloaded: scripts have changed, or it is unknown how a script in the text changed the page.
export function needsReload(next) {
  const isUncertain = !isExact && [...base.querySelectorAll("body script:not([src])")].some(isExecutable);
  return isUncertain || scriptText(base) !== scriptText(next.documentElement);
}

function isExecutable(script) {
  return /^(|module|.*(java|ecma)script)$/i.test(script.type);
}

function scriptText(root) {
  return [...root.querySelectorAll("script, template")]
    .filter((element) => element.localName === "template" || isExecutable(element)).map((element) => element.outerHTML).join("\n");
}

// Update the page to *next*; return whether anything has changed. *replaceSheet* loads a stylesheet from another address.
export function morph(next, replaceSheet) {
  const root = normalize(next);
  if (!hasMorphed && !isExact) { // scripts in the head may have set attributes of <html> before the copy was made
    for (const name of ["lang", "dir"]) if (root.hasAttribute(name)) document.documentElement.setAttribute(name, root.getAttribute(name));
    for (const { name } of [...base.attributes]) base.removeAttribute(name);
    for (const attribute of root.attributes) base.setAttributeNode(attribute.cloneNode());
  }
  hasMorphed = true;
  if (base.isEqualNode(root)) return false;
  patch(base, root, replaceSheet);
  return true;
}

function patch(old, next, replaceSheet) {
  if (old.isEqualNode(next)) return;
  const live = liveNodes.get(old);
  if (old.nodeType !== Node.ELEMENT_NODE) {
    live.data = old.data = next.data;
    return;
  }
  patchAttributes(old, next, live, replaceSheet);
  patchChildren(old, next, live, replaceSheet);
}

function patchAttributes(old, next, live, replaceSheet) {
  const isSheet = old.localName === "link" && old.relList.contains("stylesheet");
  if (isSheet && old.getAttribute("href") !== next.getAttribute("href")) {
    live = replaceSheet(live, next.getAttribute("href"));
    liveNodes.set(old, live);
  }
  for (const { name } of [...old.attributes]) {
    if (next.hasAttribute(name)) continue;
    old.removeAttribute(name);
    live.removeAttribute(name);
  }
  for (const attribute of next.attributes) {
    if (old.getAttribute(attribute.name) === attribute.value) continue;
    old.setAttributeNode(attribute.cloneNode());
    if (!(isSheet && attribute.name === "href")) live.setAttributeNode(document.importNode(attribute));
  }
}

function patchChildren(old, next, live, replaceSheet) {
  const rows = align([...old.childNodes], [...next.childNodes]);
  let last = null; // the node of the page after which the next one is inserted
  const newChildren = [];
  for (const [before, after] of rows) {
    if (!after) {
      liveNodes.get(before).remove();
      continue;
    }
    if (before) {
      patch(before, after, replaceSheet);
      newChildren.push(before);
      last = childOf(live, liveNodes.get(before)) || last;
      continue;
    }
    const node = create(after);
    if (last) last.after(node);
    else live.prepend(node);
    last = node;
    newChildren.push(after);
  }
  old.replaceChildren(...newChildren);
}

// Return the child of *parent* that contains *node*: a script may have wrapped it in another element.
function childOf(parent, node) {
  while (node && node.parentNode !== parent) node = node.parentNode;
  return node;
}

function create(next) {
  const live = document.importNode(next, false);
  liveNodes.set(next, live);
  for (const child of next.childNodes) live.append(create(child));
  return live;
}
