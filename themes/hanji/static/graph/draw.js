/* The map in ink on paper. What is at rest is drawn once; a frame puts it down where the reader has moved it. */

const INKS = ["ink", "faded", "line", "mark", "paper", "wash"];
const BEND = 0.12; /* how far a link leans towards the middle of the map */
const MOST_NAMES = 70;

/** Start a picture on a canvas; the camera has the place in the middle, and pixels per unit. */
export function picture(canvas, pages, discs) {
  const ranked = [...pages].sort((a, b) => b.from.length - a.from.length || a.slot - b.slot);
  const links = pages.reduce((sum, page) => sum + page.to.length, 0);
  const ground = document.createElement("canvas");
  return { canvas, pages, discs, ranked, links, ground, camera: { x: 0, y: 0, scale: 1 }, inks: {}, font: "" };
}

/** Take the size of the canvas and the colours of the page as they are now. */
export function adapt(one) {
  const { canvas, ground } = one;
  one.ratio = Math.min(2, devicePixelRatio);
  [one.width, one.height] = [canvas.clientWidth, canvas.clientHeight];
  for (const each of [canvas, ground]) [each.width, each.height] = [one.width * one.ratio, one.height * one.ratio];
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

/** Draw links and pages for the camera of now: the slow part. */
export function rest(one) {
  const { ground, pages, camera, inks, ratio, width, height, links } = one;
  const ink = ground.getContext("2d");
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  ink.clearRect(0, 0, width, height);
  ink.strokeStyle = inks.ink;
  ink.globalAlpha = Math.min(0.5, Math.max(0.025, 2 / Math.sqrt(links)) * Math.max(1, Math.sqrt(camera.scale)));
  ink.lineWidth = 0.8;
  ink.beginPath();
  for (const page of pages) for (const other of page.to) thread(one, ink, page, other);
  ink.stroke();
  ink.globalAlpha = 1;
  ink.fillStyle = inks.ink;
  ink.beginPath();
  for (const page of pages) dot(one, ink, page);
  ink.fill();
  one.drawn = { ...camera };
}

function thread(one, ink, from, to) {
  const [x, y] = onScreen(one, from);
  const [toX, toY] = onScreen(one, to);
  const { width, height } = one;
  if ((x < 0 && toX < 0) || (y < 0 && toY < 0) || (x > width && toX > width) || (y > height && toY > height)) return;
  const [middleX, middleY] = onScreen(one, { x: 0, y: 0 });
  ink.moveTo(x, y);
  ink.quadraticCurveTo(lean(x, toX, middleX), lean(y, toY, middleY), toX, toY);
}

function lean(from, to, middle) {
  return (from + to) / 2 + (middle - (from + to) / 2) * BEND * 2;
}

function dot(one, ink, page, more = 0) {
  const [x, y] = onScreen(one, page);
  const r = Math.max(0.7, page.r * one.camera.scale) + more;
  if (x < -r || y < -r || x > one.width + r || y > one.height + r) return;
  ink.moveTo(x + r, y);
  ink.arc(x, y, r, 0, 2 * Math.PI);
}

/** Draw a frame. Pages in *lit* are in the colour of the theme, with their links if there are few, and the rest is pale. */
export function frame(one, lit, chosen) {
  const { canvas, ground, camera, drawn, inks, ratio, width, height } = one;
  const ink = canvas.getContext("2d");
  ink.setTransform(ratio, 0, 0, ratio, 0, 0);
  ink.clearRect(0, 0, width, height);
  for (const disc of one.discs) around(one, ink, disc);
  const zoom = camera.scale / drawn.scale;
  const [x, y] = onScreen(one, drawn);
  ink.globalAlpha = lit.size ? 0.25 : 1;
  ink.drawImage(ground, x - (width / 2) * zoom, y - (height / 2) * zoom, width * zoom, height * zoom);
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
  const { discs, ranked, camera, inks, width, height } = one;
  const taken = [];
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  ink.lineJoin = "round";
  ink.strokeStyle = inks.paper;
  const write = (text, x, y, size, colour) => {
    ink.font = size;
    const half = ink.measureText(text).width / 2 + 4;
    if (x + half < 0 || x - half > width || y < -9 || y > height + 9) return;
    if (taken.some(([left, right, middle]) => x - half < right && x + half > left && Math.abs(y - middle) < 17)) return;
    taken.push([x - half, x + half, y]);
    ink.lineWidth = 4;
    ink.strokeText(text, x, y);
    ink.fillStyle = colour;
    ink.fillText(text, x, y);
  };
  const named = (page, colour) => {
    const [x, y] = onScreen(one, page);
    write(page.title, x, y + Math.max(1, page.r * camera.scale) + 11, `${page === chosen ? "bold " : ""}13px ${one.font}`, colour);
  };
  if (chosen) named(chosen, inks.mark);
  for (const page of ranked) if (lit.has(page) && taken.length < MOST_NAMES) named(page, inks.ink);
  for (const disc of discs) {
    const [x, y] = onScreen(one, disc);
    const r = disc.r * camera.scale;
    if (r > 24 && r < width) write(disc.name, x, y - r, `bold ${disc.depth ? 12 : 13}px ${one.font}`, inks.faded);
  }
  if (lit.size) return;
  const room = Math.min(MOST_NAMES, taken.length + 14 * (camera.scale / one.fit) ** 1.5);
  for (const page of ranked) {
    if (taken.length >= room || page.r * camera.scale < 1.6) break;
    named(page, inks.ink);
  }
}
