/* The surroundings of a page: what links to it on the left, what it links to on the right. All of it stands on the page. */

const MOST = 10; /* names on a side */
const SVG = "http://www.w3.org/2000/svg";

const box = document.querySelector(".local-map");
const own = location.pathname;
const LINKS = ".prose a[href]:not(.tag)"; /* a list of what has a tag is no neighbour */

const isPage = ({ origin, pathname }) => origin === location.origin && pathname !== own && !/\.(?!html$)[^/.]*$/.test(pathname);

/* What an embedded text links to is around that text, not around this one. */
function isForeign(link) {
  const embed = link.closest(".embed");
  return embed && (!link.closest(".embed-source") || embed.parentNode.closest(".embed"));
}

/* Each page once, by the name of its first link: a heading that it leads to is not part of its name. */
function pagesIn(selector, taken) {
  const pages = new Map();
  for (const link of document.querySelectorAll(selector)) {
    const name = link.textContent.split(" › ")[0].trim();
    if (isPage(link) && !isForeign(link) && name && !taken.has(link.pathname) && !pages.has(link.pathname)) pages.set(link.pathname, name);
  }
  return pages;
}

function make(name, values, ...content) {
  const element = Object.assign(document.createElement(name), values);
  element.append(...content);
  return element;
}

function listOf(pages, className, ariaLabel, mutual) {
  return make("ul", { className, ariaLabel }, ...[...pages].slice(0, MOST).map(([href, textContent]) => (
    make("li", { className: mutual.has(href) ? "mutual" : "" }, make("a", { href, textContent }))
  )));
}

function draw() {
  const from = pagesIn(".backlinks li > a", new Map());
  const all = pagesIn(LINKS, new Map());
  const to = pagesIn(LINKS, from);
  box.hidden = from.size + to.size < 2;
  if (box.hidden) return;
  const { ariaLabel: title, dataset: words } = box;
  const threads = document.createElementNS(SVG, "svg");
  threads.setAttribute("aria-hidden", "true");
  const [textContent] = document.querySelector("h1").textContent.trim();
  const seal = make("span", { className: "seal", textContent, ariaHidden: true });
  box.replaceChildren(
    make("h2", {}, make("a", { href: words.graph, textContent: title })),
    make("div", {}, listOf(from, "from", words.from, all), seal, listOf(to, "to", words.to, new Map()), threads),
  );
  stretch();
}

/* A thread from the seal to each name, as they stand now. */
function stretch() {
  const threads = box.querySelector("svg");
  if (!threads) return;
  const edge = threads.getBoundingClientRect();
  const seal = box.querySelector(".seal").getBoundingClientRect();
  const y = seal.top + seal.height / 2 - edge.top;
  threads.replaceChildren(...[...box.querySelectorAll("li")].filter((item) => item.offsetWidth).map((item) => {
    const place = item.getBoundingClientRect();
    const isLeft = item.parentNode.className === "from";
    const [startX, endX] = isLeft ? [seal.left, place.right] : [seal.right, place.left];
    const [x, toX, toY] = [startX - edge.left, endX - edge.left, place.top + place.height / 2 - edge.top];
    const thread = document.createElementNS(SVG, "path");
    thread.setAttribute("d", `M${x} ${y}C${(x + toX) / 2} ${y} ${(x + toX) / 2} ${toY} ${toX} ${toY}`);
    thread.setAttribute("class", `${item.parentNode.className} ${item.className}`);
    return thread;
  }));
}

draw();
new ResizeObserver(stretch).observe(box);
document.addEventListener("byeoru:morph", draw);
