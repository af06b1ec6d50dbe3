/* The map as a reader meets it: what it is drawn from, the mouse, fingers and keys, and the search in it. */

import { adapt, frame, onMap, onScreen, picture, rest } from "./draw.js";
import { pagesOf, placed } from "./layout.js";

const NEAR = 14; /* pixels from a page that still mean it */
const STILL = 140; /* milliseconds without a movement, until the map is drawn anew */
const MOST_FOUND = 8;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const box = document.querySelector(".graph");
const words = box.dataset;
const [canvas, input, list, state] = ["canvas", "input", "ol", "[role=status]"].map((name) => box.querySelector(name));
const isStill = matchMedia("(prefers-reduced-motion: reduce)");
const fingers = new Map(); /* where each pointer that is down was last */

let map; /* the picture, once there is something to draw */
let fit; /* the scale that shows everything */
let chosen = null; /* the page whose links are shown */
let found = new Set();
let isMoved = false;
let waiting, timer;

box.hidden = false; /* without this script there is nothing to see */
const parts = await Promise.all(words.files.split(" ").map((file) => fetch(file).then((answer) => answer.json()))).catch(() => []);
if (parts.length) begin();
else state.textContent = words.offline;

function begin() {
  const pages = pagesOf(parts, words.base);
  const { discs, radius } = placed(pages);
  map = picture(canvas, pages, discs);
  map.radius = radius;
  resize();
  new ResizeObserver(resize).observe(canvas);
  new MutationObserver(resize).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", resize);
  listen();
  box.dataset.pages = pages.length;
}

function resize() {
  const before = fit;
  adapt(map);
  if (!map.width) return;
  fit = map.fit = Math.min(map.width, map.height) / (2 * map.radius);
  map.camera.scale = before ? (map.camera.scale * fit) / before : fit;
  settle();
}

function settle() {
  rest(map, draw);
}

function draw() {
  if (!waiting) waiting = requestAnimationFrame(() => {
    waiting = 0;
    frame(map, chosen ? new Set([chosen, ...chosen.to, ...chosen.from]) : found, chosen);
  });
}

/* Draw what was drawn before in another place, and anew when the reader rests. */
function move({ x, y, scale }) {
  const edge = map.radius;
  const within = (value) => Math.max(-edge, Math.min(edge, value));
  Object.assign(map.camera, { x: within(x), y: within(y), scale: Math.max(fit * 0.8, Math.min(Math.max(fit, 1) * 8, scale)) });
  clearTimeout(timer);
  timer = setTimeout(settle, STILL);
  draw();
}

/* What is at a place of the screen stays there. */
function zoom(by, x = map.width / 2, y = map.height / 2) {
  const [mapX, mapY] = onMap(map, x, y);
  move({ ...map.camera, scale: map.camera.scale * by });
  const [nowX, nowY] = onMap(map, x, y);
  move({ ...map.camera, x: map.camera.x + mapX - nowX, y: map.camera.y + mapY - nowY });
}

function travel(to) {
  if (isStill.matches) return move(to);
  const [from, start] = [{ ...map.camera }, performance.now()];
  const step = (now) => {
    const part = Math.min(1, Math.max(0, (now - start) / 300));
    const ease = part * (2 - part);
    const [x, y] = [from.x + (to.x - from.x) * ease, from.y + (to.y - from.y) * ease];
    move({ x, y, scale: from.scale * (to.scale / from.scale) ** ease });
    if (part < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

/* Show all of some pages. */
function show(pages) {
  const [left, right] = [Math.min(...pages.map(({ x }) => x)), Math.max(...pages.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...pages.map(({ y }) => y)), Math.max(...pages.map(({ y }) => y))];
  const scale = Math.min(map.width / (right - left + 160), map.height / (bottom - top + 160));
  travel({ x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(fit, Math.min(scale, Math.max(fit, 2))) });
}

function choose(page) {
  if (page === chosen) return;
  chosen = page;
  canvas.style.cursor = page ? "pointer" : "";
  if (page) {
    const counts = words.links.replace("{to}", page.to.length).replace("{from}", page.from.length);
    state.replaceChildren(anchor(page), ` ${counts}`);
  } else tell();
  draw();
}

function anchor(page) {
  return Object.assign(document.createElement("a"), { href: page.url, textContent: page.title });
}

/* The page next to a place of the screen, null if none is near. */
function at(x, y) {
  let [best, near] = [NEAR, null];
  for (const page of map.pages) {
    const [pageX, pageY] = onScreen(map, page);
    const distance = Math.hypot(pageX - x, pageY - y) - Math.min(NEAR / 2, page.r * map.camera.scale);
    if (distance < best) [best, near] = [distance, page];
  }
  return near;
}

/* The page in a direction: near ones before far ones, those straight ahead before those beside. */
function towards([stepX, stepY]) {
  if (!chosen) return at(map.width / 2, map.height / 2) || map.ranked[0];
  let [best, next] = [Infinity, chosen];
  for (const page of map.pages) {
    const [x, y] = [page.x - chosen.x, page.y - chosen.y];
    const [ahead, beside] = [x * stepX + y * stepY, Math.abs(x * stepY) + Math.abs(y * stepX)];
    if (ahead > 0 && ahead >= beside && ahead + 2 * beside < best) [best, next] = [ahead + 2 * beside, page];
  }
  return next;
}

/* Keep a page in sight that the keyboard has chosen. */
function follow(page) {
  choose(page);
  const [x, y] = onScreen(map, page);
  const isSeen = x > 40 && y > 40 && x < map.width - 40 && y < map.height - 40;
  const { scale } = map.camera;
  if (!isSeen || scale < 1) travel({ x: page.x, y: page.y, scale: Math.max(scale, 1) });
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const keys = {
    "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4),
    0: () => travel({ x: 0, y: 0, scale: fit }), Home: () => travel({ x: 0, y: 0, scale: fit }),
    Escape: () => choose(null), Enter: () => chosen && location.assign(chosen.url),
  };
  const act = STEPS[event.key] ? () => follow(towards(STEPS[event.key])) : keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

function listen() {
  canvas.addEventListener("keydown", press);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(2 ** (-event.deltaY / (event.deltaMode ? 8 : 240)), event.offsetX, event.offsetY);
  }, { passive: false });
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, [event.offsetX, event.offsetY]);
    isMoved = fingers.size > 1;
  });
  canvas.addEventListener("pointermove", (event) => {
    if (fingers.has(event.pointerId)) drag(event);
    else if (event.pointerType === "mouse") choose(at(event.offsetX, event.offsetY));
  });
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", ({ pointerId }) => fingers.delete(pointerId));
  canvas.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && choose(null));
  box.querySelectorAll("button").forEach((button) => button.addEventListener("click", () => {
    if (button.value) zoom(Number(button.value));
    else travel({ x: 0, y: 0, scale: fit });
  }));
  input.addEventListener("input", search);
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (found.size) show([...found]);
  });
  for (const name of ["focusin", "pointerover"]) list.addEventListener(name, ({ target }) => target.page && choose(target.page));
  search();
}

/* One finger moves the map, two also change how near it is. */
function drag(event) {
  const [x, y] = fingers.get(event.pointerId);
  const { offsetX, offsetY } = event;
  if (fingers.size === 1 && !isMoved && Math.hypot(offsetX - x, offsetY - y) < 5) return;
  isMoved = true;
  fingers.set(event.pointerId, [offsetX, offsetY]);
  const { camera } = map;
  const share = fingers.size;
  move({ ...camera, x: camera.x - (offsetX - x) / camera.scale / share, y: camera.y - (offsetY - y) / camera.scale / share });
  const other = [...fingers].find(([id]) => id !== event.pointerId);
  if (!other) return;
  const [, [otherX, otherY]] = other;
  const [before, now] = [Math.hypot(x - otherX, y - otherY), Math.hypot(offsetX - otherX, offsetY - otherY)];
  if (before) zoom(now / before, (offsetX + otherX) / 2, (offsetY + otherY) / 2);
}

/* A click opens the page under the mouse; the first touch of a finger shows it, the second opens it. */
function lift(event) {
  fingers.delete(event.pointerId);
  if (isMoved) return;
  const page = at(event.offsetX, event.offsetY);
  const isOpened = page && (event.pointerType === "mouse" || page === chosen);
  if (!isOpened) return choose(page);
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1) open(page.url);
  else if (event.button === 0) location.assign(page.url);
}

/* Titles that have every word, or the initial consonants that were typed. */
function search() {
  const terms = folded(input.value).split(/\s+/).filter(Boolean);
  const has = (page) => terms.every((term) => page.folded.includes(term) || (/^[ㄱ-ㅎ]+$/.test(term) && page.initials.includes(term)));
  if (terms.length && map.pages[0].folded === undefined) for (const page of map.pages) {
    page.folded = folded(page.title);
    page.initials = page.folded.replace(/[가-힣]/g, (one) => "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[Math.floor((one.charCodeAt(0) - 0xac00) / 588)]);
  }
  found = new Set(terms.length ? map.ranked.filter(has) : []);
  list.replaceChildren(...[...found].slice(0, MOST_FOUND).map((page) => {
    const item = document.createElement("li");
    item.append(Object.assign(anchor(page), { page }));
    return item;
  }));
  chosen = null;
  tell();
  draw();
}

function folded(text) {
  return text.normalize("NFC").toLowerCase();
}

function tell() {
  state.textContent = input.value.trim() ? words.count.replace("{n}", found.size.toLocaleString()) : "";
}
