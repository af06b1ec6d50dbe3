/* Popovers: what a link leads to, cut from that page itself. */

const REST = 300; /* milliseconds */
const MOST = 1000; /* characters */
const GAP = 8;
const LINKS = ":is(.prose, .backlinks, .siblings, .local-map) a[href]:not(.fnback)";
const NOISE = "script, iframe, button, .fnback, .embed[data-source]";

/* A picture of the page: a click opens that. */
const box = Object.assign(document.createElement("aside"), { className: "popover" });
const body = Object.assign(document.createElement("div"), { className: "prose", inert: true });
let wanted, timer; /* the link that is shown, or will be */

/* The browser keeps it. */
async function pageOf({ origin, pathname }) {
  if (pathname === location.pathname) return document;
  if (origin !== location.origin || /\.(?!html$)[^/.]*$/.test(pathname)) return; /* a file */
  const response = await fetch(pathname);
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

const rankOf = ({ tagName }) => /^H\d/.test(tagName) && tagName;

/* A section, a block, or the beginning. */
function* cut(page, name) {
  let node = page.getElementById(name);
  const rank = node && rankOf(node);
  if (node && !rank) return yield* node.matches("li, td, th") ? node.childNodes : [node];
  node ||= page.querySelector(".prose").firstElementChild;
  do yield node;
  while ((node = node.nextElementSibling) && !(rank && rankOf(node) <= rank));
}

async function open(link, y) {
  const url = new URL(link.href);
  const page = await pageOf(url);
  if (link !== wanted) return;
  body.replaceChildren();
  for (const node of cut(page, decodeURIComponent(url.hash.slice(1)))) {
    const copy = node.cloneNode(true);
    if (copy.textContent.length > 9 * MOST) copy.textContent = copy.textContent.slice(0, MOST);
    if (body.textContent.length < MOST) body.append(copy);
  }
  for (const part of body.querySelectorAll(NOISE)) part.remove();
  for (const part of body.querySelectorAll("[id]")) part.id = "";
  box.replaceChildren(page === document ? "" : page.querySelector("h1").textContent, body);
  document.body.append(box);

  /* Below or above the line under the mouse. */
  const lines = [...link.getClientRects()];
  const { left, top, bottom } = lines.find((line) => y > line.top && y < line.bottom) || lines[0];
  const { clientWidth, clientHeight } = document.documentElement;
  const x = Math.max(GAP, Math.min(left, clientWidth - box.offsetWidth) - GAP);
  const isBelow = clientHeight - bottom > Math.min(box.offsetHeight + GAP, top);
  box.style.inset = isBelow ? `${bottom + GAP}px auto auto ${x}px` : `auto auto ${clientHeight - top + GAP}px ${x}px`;
}

function close() {
  clearTimeout(timer);
  wanted = box.remove();
}

function reach(link, y) {
  clearTimeout(timer);
  if (link !== wanted) timer = setTimeout(() => {
    close();
    wanted = link;
    if (link) open(link, y).catch(close); /* nothing to show */
  }, REST);
}

box.onclick = () => wanted.click();
addEventListener("pointerover", ({ target, pointerType, clientY }) => {
  if (pointerType !== "touch") reach(box.contains(target) ? wanted : target.closest(LINKS), clientY);
});
addEventListener("focusin", ({ target }) => target.matches(`${LINKS}:focus-visible`) && reach(target));
addEventListener("scroll", () => box.isConnected && close());
addEventListener("focusout", close);
addEventListener("click", close);
addEventListener("keydown", ({ key }) => key === "Escape" && close());
reach(document.querySelector(`${LINKS}:is(:hover, :focus-visible)`))
