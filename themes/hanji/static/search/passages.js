/* The words of a query in a text: where they stand, and the passage of a page that has most of them. */

const WIDTH = 130; /* of a passage, in characters */
const BLOCKS = "p, li, dt, dd, td, th, pre, br, figcaption, h2, h3, h4, h5, h6";
const texts = {};

/* Syllables may be written apart; `c` is not part of another word. */
function pattern(word) {
  const spelled = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/(?<=[가-힣])(?=[가-힣])/g, "\\s?");
  return /^[a-z0-9]{1,2}$/.test(word) ? `(?<![a-z0-9])${spelled}(?![a-z0-9])` : spelled;
}

/** Return start and end of each word, the longest where several begin; `search/marks.py` finds the same. */
export function places(text, words) {
  const patterns = [...words].sort((a, b) => b.length - a.length).map(pattern);
  const found = patterns.length ? text.matchAll(new RegExp(patterns.join("|"), "gi")) : [];
  return Array.from(found, (match) => [match.index, match.index + match[0].length]);
}

/** Return the text as nodes, with a `mark` around each word. */
export function marked(text, words) {
  const nodes = [];
  let last = 0;
  for (const [start, end] of places(text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(last, start), mark);
    last = end;
  }
  return [...nodes, text.slice(last)];
}

async function textOf(url) {
  const response = await fetch(url, { priority: "low" });
  const page = new DOMParser().parseFromString(response.ok ? await response.text() : "", "text/html");
  const prose = page.querySelector(".prose") || page.body;
  for (const part of prose.querySelectorAll("script, style, svg, math, button")) part.remove();
  for (const block of prose.querySelectorAll(BLOCKS)) block.append(" ");
  return prose.textContent.normalize().replace(/\s+/g, " ");
}

/** Return the first passage of a page with most of the words; "" if it has none. */
export async function passage(url, words) {
  const text = await (texts[url] ||= textOf(url).catch(() => ""));
  const found = places(text, words).slice(0, 200);
  let [most, start] = [0, 0];
  for (const [from] of found) {
    const near = found.filter(([other, end]) => other >= from && end < from + WIDTH);
    const { size } = new Set(near.map((place) => text.slice(...place)));
    if (size > most) [most, start] = [size, from];
  }
  const begin = start < 40 ? 0 : Math.min(start, text.indexOf(" ", start - 40) + 1 || start);
  return most && (begin ? "… " : "") + text.slice(begin, begin + 2 * WIDTH);
}
