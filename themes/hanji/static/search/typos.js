/* The terms near a mistyped word. As `search/typos.py`. */

import { decoded } from "./index.js";
import { initials, order, skeleton } from "./jamo.js";
import { isKorean } from "./words.js";

const ALIKE = { ㄱ: "ㅋ", ㄷ: "ㅌ", ㅂ: "ㅍ", ㅈ: "ㅊ", ㅋ: "ㄱ", ㅌ: "ㄷ", ㅍ: "ㅂ", ㅊ: "ㅈ", ㄲ: "ㅋ", ㄸ: "ㅌ", ㅃ: "ㅍ", ㅉ: "ㅊ" };
const SHORTEST = 4; /* letters of a word that may be mistyped */
const LONG = 8; /* letters from which a word may have two slips */
export const NEAREST = 40; /* terms with one slip weigh more */

/** The keys of the terms near a word: those that begin alike, and those with its consonants. */
export function keysNear(word) {
  const key = order(word);
  const near = [key.slice(0, (key.length + 1) >> 1)];
  if (!isKorean(word)) {
    const left = skeleton(word);
    return [...near, `~${left.slice(0, 2)}`, `~${left.slice(0, 1)}`, `~${left.slice(1, 2)}${left.slice(0, 1)}`];
  }
  const first = initials(word);
  near.push(`${order(first)}=`);
  for (let at = 0; at < first.length; at++) {
    if (ALIKE[first[at]]) near.push(`${order(first.slice(0, at) + ALIKE[first[at]] + first.slice(at + 1))}=`);
  }
  return near;
}

/** The terms that differ from a word in a letter or two: the nearest ones, rather those of many documents. */
export function typos(word, shelf) {
  const key = order(word);
  const most = key.length < LONG ? 1 : 2;
  const found = new Map();
  for (const near of key.length >= SHORTEST ? keysNear(word) : []) {
    const isKey = near.endsWith("=") || near[0] === "~";
    for (const [term, texts] of shelf.starting(near)) {
      const [left, target = ""] = term.split("=");
      const name = isKey ? target : left;
      if (/^[#@/~]/.test(name) || name === word || (target && !isKey)) continue;
      const other = order(name);
      const far = distance(key, other, most);
      if (far > most) continue;
      const weight = 60 - 20 * far + Math.min(9, 32 - Math.clz32(decoded(texts).length)) + 3 * (other.length === key.length);
      found.set(name, Math.max(found.get(name) ?? 0, weight));
    }
  }
  const top = Math.max(0, ...found.values());
  return new Map([...found].filter(([, weight]) => weight > top - 8));
}

/* How many letters must be added, removed, replaced or swapped; more than *most* if it is not near. */
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at++) {
    const last = before;
    [before, row] = [row, [at + 1]];
    for (let to = 0; to < other.length; to++) {
      row.push(Math.min(before[to] + (one[at] !== other[to]), before[to + 1] + 1, row[to] + 1));
      if (at && to && one[at] === other[to - 1] && one[at - 1] === other[to]) row[to + 1] = Math.min(row[to + 1], last[to - 1] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row.at(-1);
}
