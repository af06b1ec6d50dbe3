/* Where each page is on the map: folders are discs, and a page's place in its disc follows from its number. */

const CELL = 6; /* half the distance of two pages in a large folder */
const AIR = 1.5; /* how much further apart those of a small folder are, which has room for their names */
const FULL = 0.7; /* of the cells of a disc that have a page, at most */
const GROWTH = 1.3; /* a disc that is too full gets so many times the cells */
const GAP = 9; /* between discs, and between a disc and what is in it */
const TURN = Math.PI * (3 - Math.sqrt(5)); /* the golden angle */

/** Make pages from the rows of all parts, with their links in both directions. */
export function pagesOf(parts, base) {
  const pages = new Map();
  for (const [digits, ...groups] of parts) {
    for (const [folder, beginning, rows] of groups) {
      let slot = 0;
      for (const [step, title, targets, rest = `${title.toLowerCase().replaceAll(" ", "-")}/`] of rows) {
        slot += step;
        const to = [];
        for (let at = 0; at < targets.length; at += digits) to.push(parseInt(targets.slice(at, at + digits), 32));
        const address = beginning + rest;
        pages.set(slot, { slot, title, folder, to, from: [], get url() { return base + address.split("/").map(encodeURIComponent).join("/"); } });
      }
    }
  }
  const sorted = [...pages.values()].sort((a, b) => a.slot - b.slot);
  for (const page of sorted) {
    page.to = page.to.map((slot) => pages.get(slot)).filter((other) => other && other !== page);
    for (const other of page.to) other.from.push(page);
  }
  return sorted;
}

/** Give each page its place around (0, 0), and return the discs of the folders, the outermost first. */
export function placed(pages) {
  const root = { name: "", depth: -1, inner: new Map(), pages: [] };
  for (const page of pages) {
    let folder = root;
    for (const name of page.folder.split("/").filter(Boolean)) {
      if (!folder.inner.has(name)) folder.inner.set(name, { name, depth: folder.depth + 1, inner: new Map(), pages: [] });
      folder = folder.inner.get(name);
    }
    folder.pages.push(page);
    page.r = 1.5 + Math.min(CELL, Math.sqrt(page.from.length) * 0.5);
  }
  measure(root);
  root.x = root.y = 0;
  const discs = [];
  settle(root, discs);
  return { discs: discs.filter(({ depth }) => depth >= 0), radius: root.r };
}

/* The size of a folder, and the places in it as seen from its middle. */
function measure(folder) {
  const own = { name: "", r: scatter(folder.pages), pages: folder.pages };
  const inner = [...folder.inner.values()].map(measure);
  folder.items = [...inner, ...(own.r ? [own] : [])].sort((a, b) => b.r - a.r || (a.name < b.name ? -1 : 1));
  pack(folder.items);
  folder.r = enclose(folder.items) + GAP;
  return folder;
}

function settle(folder, discs) {
  discs.push(folder);
  for (const item of folder.items) {
    item.x += folder.x;
    item.y += folder.y;
    if (item.items) settle(item, discs);
    else for (const page of item.pages) [page.x, page.y] = [page.x + item.x, page.y + item.y];
  }
}

/* Pages of one folder, each in the first free cell that its number leads to: another page seldom moves it. */
function scatter(pages) {
  if (!pages.length) return 0;
  let cells = 3;
  while (cells * FULL < pages.length) cells = Math.ceil(cells * GROWTH);
  const taken = new Set();
  const unit = CELL * (1 + AIR / Math.sqrt(cells));
  for (const page of pages) {
    let turn = 0;
    let cell;
    do cell = mixed(page.slot + turn++ * 0x9e3779b9) % cells;
    while (taken.has(cell));
    taken.add(cell);
    const [angle, distance] = [cell * TURN, unit * Math.sqrt(cell + 0.5)];
    [page.x, page.y] = [distance * Math.cos(angle), distance * Math.sin(angle)];
  }
  return unit * (Math.sqrt(cells) + 1);
}

function mixed(number) {
  let bits = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/* Put discs next to each other, each touching two of the ring around those before it, as near to the middle as it can. */
function pack(discs) {
  const [first, second, ...rest] = discs;
  if (!first) return;
  [first.x, first.y] = [0, 0];
  if (!second) return;
  [second.x, second.y] = [first.r + GAP + second.r, 0];
  link(first, second);
  link(second, first);
  let start = first;
  for (const disc of rest) {
    let [before, after] = nearest(start);
    for (;;) {
      Object.assign(disc, beside(before, after, disc.r));
      const hit = obstacle(disc, before, after);
      if (!hit) break;
      [before, after] = hit.isAhead ? [before, hit.disc] : [hit.disc, after];
      link(before, after);
    }
    link(before, disc);
    link(disc, after);
    start = disc;
  }
}

function link(before, after) {
  before.next = after;
  after.last = before;
}

/* The two neighbours of the ring between which there is room next to the middle. */
function nearest(start) {
  let [best, found] = [Infinity, start];
  let disc = start;
  do {
    const { next } = disc;
    const share = disc.r / (disc.r + next.r);
    const distance = Math.hypot(disc.x + (next.x - disc.x) * share, disc.y + (next.y - disc.y) * share);
    if (distance < best) [best, found] = [distance, disc];
    disc = next;
  } while (disc !== start);
  return [found, found.next];
}

/* The place of a disc that touches two others, on the outer side of the ring. */
function beside(a, b, r) {
  const far = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const [toA, toB] = [a.r + r + GAP, b.r + r + GAP];
  const along = (far * far + toA * toA - toB * toB) / (2 * far);
  const off = Math.sqrt(Math.max(0, toA * toA - along * along));
  const [x, y] = [(b.x - a.x) / far, (b.y - a.y) / far];
  return { x: a.x + x * along + y * off, y: a.y + y * along - x * off };
}

/* The first disc of the ring, in either direction, that is in the way. */
function obstacle(disc, before, after) {
  let [ahead, back] = [after.next, before.last];
  while (ahead !== before && back !== after) {
    if (overlaps(disc, ahead)) return { disc: ahead, isAhead: true };
    if (overlaps(disc, back)) return { disc: back, isAhead: false };
    if (ahead === back || ahead === back.next) return null;
    [ahead, back] = [ahead.next, back.last];
  }
  return null;
}

function overlaps(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r + GAP - 1e-6;
}

/* Move discs so that the middle of a circle around them is (0, 0); return its radius. */
function enclose(discs) {
  let [x, y, reach] = [0, 0, 0];
  for (let step = 1; step <= 60; step += 1) {
    let far = null;
    for (const disc of discs) {
      const distance = Math.hypot(disc.x - x, disc.y - y) + disc.r;
      if (!far || distance > far.distance) far = { disc, distance };
    }
    if (!far) return 0;
    const away = far.distance - far.disc.r;
    if (away) [x, y] = [x + ((far.disc.x - x) / away) * (far.distance / (step + 2)) * 0.5, y + ((far.disc.y - y) / away) * (far.distance / (step + 2)) * 0.5];
  }
  for (const disc of discs) {
    disc.x -= x;
    disc.y -= y;
    reach = Math.max(reach, Math.hypot(disc.x, disc.y) + disc.r);
  }
  return reach;
}
