// Bring the page to what the server sends now, and touch nothing else.
//
// In:  the document as the server sent it last (`base`), and as it sends it now.
// Out: the live page, changed only where these two differ.
//
// What a script or the reader did to the page since (an open <details>, typed words, a button beside code, a class) is in
// neither of them, and so is never seen, let alone undone.

const INERT = document.implementation.createHTMLDocument("");
const MOST = 250000; // comparisons in one list of children
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

// Pair two lists of nodes: [old, new] for what stays, [old, undefined] for what goes, [undefined, new] for what comes.
function aligned(olds, news) {
  let start = 0, a = olds.length, b = news.length;
  while (start < a && start < b && olds[start].isEqualNode(news[start])) start++;
  while (a > start && b > start && olds[a - 1].isEqualNode(news[b - 1])) a--, b--;
  const rows = news.slice(0, start).map((one, at) => [olds[at], one]);
  let i = start, j = start;
  for (const [k, l] of [...common(olds.slice(start, a), news.slice(start, b)), [a - start, b - start]]) {
    rows.push(...paired(olds.slice(i, start + k), news.slice(j, start + l)));
    if (start + k < a) rows.push([olds[start + k], news[start + l]]);
    i = start + k + 1;
    j = start + l + 1;
  }
  return rows.concat(news.slice(b).map((one, at) => [olds[a + at], one]));
}

// The longest list of equal nodes that both have in one order, as pairs of positions.
function common(olds, news) {
  const m = olds.length, n = news.length;
  if (!m || !n || m * n > MOST || m * n === 1) return [];
  const one = olds.map(text), other = news.map(text), width = n + 1;
  const best = new Uint16Array((m + 1) * width);
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i * width + j] = one[i] === other[j] ? best[(i + 1) * width + j + 1] + 1
        : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < m && j < n;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

function text(node) {
  return node.outerHTML ?? `${node.nodeType}${node.data}`;
}

// Nodes of one kind are one node that has changed.
function paired(olds, news) {
  const rows = [];
  let at = 0;
  for (const one of news) {
    const found = olds.findIndex((old, i) => i >= at && kind(old) === kind(one));
    if (found < 0) {
      rows.push([undefined, one]);
      continue;
    }
    for (; at < found; at++) rows.push([olds[at], undefined]);
    rows.push([olds[at++], one]);
  }
  return rows.concat(olds.slice(at).map((old) => [old, undefined]));
}

function kind(node) {
  const told = ["rel", "name", "property", "type"].map((name) => node.getAttribute?.(name)).join(" ");
  return node.nodeName + (/^(LINK|META|SCRIPT|INPUT)$/.test(node.nodeName) ? told : "");
}
