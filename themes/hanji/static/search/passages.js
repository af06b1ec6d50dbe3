/* The passage of a page that has most of the words: cut from the page itself, so that it is never older than that. */

const WIDTH = 130; /* of a passage, in characters */
const BLOCKS = "p, li, dt, dd, td, th, pre, br, figcaption, h2, h3, h4, h5, h6";
const texts = {};

async function textOf(url) {
  const response = await fetch(url, { priority: "low" });
  const page = new DOMParser().parseFromString(response.ok ? await response.text() : "", "text/html");
  const prose = page.querySelector(".prose") || page.body;
  for (const part of prose.querySelectorAll("script, style, svg, math, button, .embed[data-from]")) part.remove();
  for (const block of prose.querySelectorAll(BLOCKS)) block.append(" ");
  return prose.textContent.normalize().replace(/\s+/g, " ");
}

/** Return the first passage of a page with most of the words that are marked, "" if it has none. */
export async function passage(url, marks) {
  const text = await (texts[url] ||= textOf(url).catch(() => ""));
  const found = [...text.matchAll(marks)].slice(0, 200);
  let [most, start] = [0, 0];
  for (const { index } of found) {
    const near = found.filter((other) => other.index >= index && other.index < index + WIDTH);
    const { size } = new Set(near.map(([word]) => word.toLowerCase()));
    if (size > most) [most, start] = [size, index];
  }
  if (!most) return "";
  const begin = start < 40 ? 0 : Math.min(start, text.indexOf(" ", start - 40) + 1 || start);
  return (begin ? "… " : "") + text.slice(begin, begin + 2 * WIDTH);
}
