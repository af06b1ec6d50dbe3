/* Where a page speaks of the words: cut from the page itself, so that it is never older than the page. */

import { places } from "./marks.js";

const WIDTH = 130; /* characters: two lines of a result */
const BLOCKS = "p, li, dt, dd, td, th, pre, br, summary, figcaption, h1, h2, h3, h4, h5, h6";
const UNREAD = "script, style, template, svg, math, button, .toc";
const texts = new Map();

async function textOf(url) {
  const response = await fetch(url, { priority: "low" });
  if (!response.ok) return "";
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const prose = page.querySelector(".prose") || page.querySelector("main") || page.body;
  for (const part of prose.querySelectorAll(UNREAD)) part.remove();
  for (const block of prose.querySelectorAll(BLOCKS)) block.append(" ");
  return prose.textContent.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** The part of a page with most of the words, the first of several; "" if there is none, or no page. */
export async function excerpt(url, words) {
  if (!texts.has(url)) texts.set(url, textOf(url).catch(() => (texts.delete(url), "")));
  return cut(await texts.get(url), words);
}

function cut(text, words) {
  const found = places(text, words);
  let best = 0;
  let from = -1;
  found.forEach(([start], i) => {
    const near = new Set();
    for (let j = i; j < found.length && found[j][1] < start + WIDTH; j++) near.add(text.slice(...found[j]).toLowerCase());
    if (near.size > best) [best, from] = [near.size, start];
  });
  if (from < 0) return "";
  const space = text.lastIndexOf(" ", Math.max(0, from - 20));
  const start = from < 30 || space < from - 40 ? Math.max(0, from - 30) : space + 1;
  const begin = from < 30 ? 0 : start;
  return (begin ? "… " : "") + text.slice(begin, begin + 2 * WIDTH);
}
