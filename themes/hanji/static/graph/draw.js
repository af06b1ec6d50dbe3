/* The map in ink on paper. Links and pages are drawn once on layers; a frame puts these where the reader has moved them. */

const INKS = ["ink", "faded", "line", "mark", "paper", "wash"];
const BEND = 0.3; /* how far the longest links lean towards the middle of the map */
const MOST_NAMES = 70;
const MOST_DOTS = 600; /* that names keep clear of */
const SLICE = 12; /* milliseconds of drawing links, until the reader is heard again */

/** Start a picture on a canvas; the camera has the place in the middle, and pixels per unit. */
export function picture(canvas, pages, discs) {
  const ranked = [...pages].sort((a, b) => b.from.length - a.from.length || a.slot - b.slot);
  const [links, next, dots] = [layer(), layer(), layer()];
  return { canvas, pages, discs, ranked, links, next, dots, turn: 0, camera: { x: 0, y: 0, scale: 1 }, inks: {}, font: "" };
}

/* A drawing, and the camera that it was made for. */
function layer() {
  return { canvas: document.createElement("canvas"), camera: null };
}

/** Take the size of the canvas and the colours of the page as they are now. */
export function adapt(one) {
  const { canvas } = one;
  one.ratio = Math.min(2, devicePixelRatio);
  [one.width, one.height] = [canvas.clientWidth, canvas.clientHeight];
  one.links.camera = one.dots.camera = null;
  for (const each of [canvas, ...[one.links, one.next, one.dots].map((drawn) => drawn.canvas)]) {
    [each.width, each.height] = [one.width * one.ratio, one.height * one.ratio];
  }
  const probe = canvas.parentNode.appendChild(document.createElement("i"));
  for (const name of INKS) {
    probe.style.color = `var(--${name})`;
    one.inks[name] = getComputedStyle(probe).color;
  }
  one.font = getComputedStyle(probe).fontFamily;
  probe.remove();
}

export function onScreen({ camera, width, height }, { x, y }) {
  return [(x - camera.x) * camera.scale + width / 2, (y - camera.y) * camera.scale + height / 2];
}

export function onMap({ camera, width, height }, x, y) {
  return [(x - width / 2) / camera.scale + camera.x, (y - height / 2) / camera.scale + camera.y];
}

/** Draw pages, and then their links, for the camera of now; call *show* whenever there is more to see. */
export function rest(one, show) {
  const shown = one.pages.filter((page) => isSeen(one, page));
  const ink = cleared(one, one.dots);
  ink.fillStyle = one.inks.ink;
  ink.beginPath();
  for (const page of shown) dot(one, ink, page);
  ink.fill();
  const turn = ++one.turn;
  const threads = cleared(one, one.next);
  const drawn = one.next;
  const view = { ...one, camera: drawn.camera }; /* the reader may move on */
  if (!one.links.camera) [one.links, one.next] = [one.next, one.links];
  const links = shown.reduce((sum, page) => sum + page.to.length, 0);
  threads.strokeStyle = one.inks.ink;
  threads.globalAlpha = Math.min(0.4, Math.max(0.012, 1.7 / Math.sqrt(links)));
  threads.lineWidth = 0.8;
  let at = 0;
  const step = () => {
    if (turn !== one.turn) return;
    for (const start = performance.now(); at < shown.length && performance.now() < start + SLICE; at += 1) weave(view, threads, shown[at]);
    if (at < shown.length) requestAnimationFrame(step);
    else if (one.links !== drawn) [one.links, one.next] = [drawn, one.links];
    show();
  };
  requestAnimationFrame(step);
  show();
}

function cleared(one, drawn) {
  const ink = drawn.canvas.getContext("2d");
  ink.setTransform(one.ratio, 0, 0, one.ratio, 0, 0);
  ink.globalAlpha = 1;
  ink.clearRect(0, 0, one.width, one.height);
  drawn.camera = { ...one.camera };
  return ink;
}

/* One path for each page: browsers differ in whether lines of one path darken each other. */
function weave(one, ink, page) {
  if (!page.to.length) return;
  ink.beginPath();
  for (const other of page.to) thread(one, ink, page, other);
  ink.stroke();
}

function lay(one, ink, { canvas, camera }) {
  if (!camera) return;
  const zoom = one.camera.scale / camera.scale;
  const [x, y] = onScreen(one, camera);
  ink.drawImage(canvas, x - (one.width / 2) * zoom, y - (one.height / 2) * zoom, one.width * zoom, one.height * zoom);
}

function isSeen(one, page) {
  const [x, y] = onScreen(one, page);
  const r = page.r * one.camera.scale + 4;
  return x > -r && y > -r && x < one.width + r && y < one.height + r;
}

/* A link leans towards the middle of the map, the more the longer it is, so that long ones flow together. */
function thread(one, ink, from, to) {
  const [x, y] = onScreen(one, from);
  const [toX, toY] = onScreen(one, to);
  const [middleX, middleY] = onScreen(one, { x: 0, y: 0 });
  const bend = BEND * Math.min(1, Math.hypot(to.x - from.x, to.y - from.y) / one.radius);
  const lean = (half, middle) => half + (middle - half) * bend;
  ink.moveTo(x, y);
  ink.quadraticCurveTo(lean((x + toX) / 2, middleX), lean((y + toY) / 2, middleY), toX, toY);
}

function dot(one, ink, page, more = 0) {
  const [x, y] = onScreen(one, page);
  const r = Math.max(0.7, page.r * one.camera.scale) + more;
  ink.moveTo(x + r, y);
  ink.arc(x, y, r, 0, 2 * Math.PI);
}

/** Draw a frame. Pages in *lit* are in the colour of the theme, with their links if there are few, and the rest is pale. */
export function frame(one, lit, chosen) {
  const { canvas, inks, ratio, width, height } = one;
  const ink = canvas.getContext("2d");
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  ink.clearRect(0, 0, width, height);
  for (const disc of one.discs) around(one, ink, disc);
  ink.globalAlpha = lit.size ? 0.25 : 1;
  lay(one, ink, one.links);
  lay(one, ink, one.dots);
  ink.globalAlpha = 1;
  if (chosen) shine(one, ink, chosen);
  ink.fillStyle = inks.mark;
  ink.beginPath();
  for (const page of lit) dot(one, ink, page, page === chosen ? 2 : 0.8);
  ink.fill();
  names(one, ink, lit, chosen);
}

function around(one, ink, disc) {
  const [x, y] = onScreen(one, disc);
  const r = disc.r * one.camera.scale;
  if (x < -r || y < -r || x > one.width + r || y > one.height + r) return;
  ink.beginPath();
  ink.arc(x, y, r, 0, 2 * Math.PI);
  ink.globalAlpha = 0.55;
  ink.fillStyle = one.inks.wash;
  ink.fill();
  ink.globalAlpha = 1;
  ink.lineWidth = 1;
  ink.strokeStyle = one.inks.line;
  ink.stroke();
}

/* The links of one page: those that lead from it are whole, those that lead to it are dashed. */
function shine(one, ink, page) {
  ink.strokeStyle = one.inks.mark;
  ink.lineWidth = 1.2;
  for (const [others, dashes] of [[page.to, []], [page.from, [4, 3]]]) {
    ink.setLineDash(dashes);
    ink.globalAlpha = Math.min(0.9, 12 / Math.sqrt(others.length + 1) / 4 + 0.15);
    ink.beginPath();
    for (const other of others) thread(one, ink, page, other);
    ink.stroke();
  }
  ink.setLineDash([]);
  ink.globalAlpha = 1;
}

/* Folders by their size, then pages by their links, as far as there is room; all of them come nearer with the reader. */
function names(one, ink, lit, chosen) {
  const { discs, ranked, camera, inks, width, fit } = one;
  const paper = { ...one, ink, taken: [], dots: largeDots(one) };
  Object.assign(ink, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: inks.paper });
  if (chosen) named(paper, chosen, inks.mark, "bold ", true);
  for (const page of ranked) if (lit.has(page) && paper.taken.length < MOST_NAMES) named(paper, page, inks.ink, "", true);
  for (const disc of discs) {
    const [x, y] = onScreen(one, disc);
    const r = disc.r * camera.scale;
    if (r > 24 && r < width) write(paper, disc.name, `bold ${disc.depth ? 12 : 13}px ${one.font}`, inks.faded, () => [[x, y - r]], true);
  }
  if (lit.size) return;
  const room = Math.min(MOST_NAMES, paper.taken.length + 12 * (camera.scale / fit) ** 1.2);
  for (const page of ranked) {
    if (paper.taken.length >= room || page.r * camera.scale < 1.4) break;
    named(paper, page, inks.ink, "", false);
  }
}

/* Dots that a name would hide; small ones are many, and may be behind it. */
function largeDots(one) {
  const dots = [];
  for (const page of one.ranked) {
    const r = page.r * one.camera.scale;
    if (r < 2.2 || dots.length === MOST_DOTS) break;
    if (isSeen(one, page)) dots.push([...onScreen(one, page), r]);
  }
  return dots;
}

/* Below its page, else above it or beside it. */
function named(paper, page, colour, weight, isDue) {
  const [x, y] = onScreen(paper, page);
  const r = Math.max(1, page.r * paper.camera.scale);
  const places = (half) => [[x, y + r + 10], [x, y - r - 10], [x + r + half + 2, y], [x - r - half - 2, y]];
  write(paper, page.title, `${weight}13px ${paper.font}`, colour, places, isDue);
}

/* In the first place where it hides neither a name nor a dot; what is due may hide a dot. */
function write({ ink, taken, dots, width, height }, text, font, colour, places, isDue) {
  ink.font = font;
  const half = ink.measureText(text).width / 2 + 3;
  const isFree = ([x, y]) => x > 0 && x < width && y > 0 && y < height &&
    !taken.some(([left, right, line]) => x - half < right && x + half > left && Math.abs(y - line) < 17);
  const isClear = ([x, y]) => !dots.some(([dotX, dotY, r]) => Math.abs(dotX - x) < half + r - 3 && Math.abs(dotY - y) < 7 + r);
  const free = places(half).map(([x, y]) => [Math.max(half, Math.min(width - half, x)), y]).filter(isFree);
  const [x, y] = free.find(isClear) || (isDue && free[0]) || [];
  if (x === undefined) return;
  taken.push([x - half, x + half, y]);
  ink.strokeText(text, x, y);
  ink.fillStyle = colour;
  ink.fillText(text, x, y);
}
