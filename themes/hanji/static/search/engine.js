/* The answer to a query, in the browser. `search/*.py` of the program give the same answer in the terminal: their
   functions have the same names, and their comments are not repeated here. */

import { Shelf, open, titlesFile } from "./index.js";
import { order } from "./jamo.js";
import { Match, keysOf, literal, read, sure } from "./words.js";

export { open };

const TOGETHER = 30;
const COMMON = 50;

/** The documents that a text asks for, with the titles of the first ones. */
export async function search(index, text, limit) {
  const found = await answer(index, text, limit);
  return index.isOutdated() ? answer(index, text, limit) : found;
}

async function answer(index, text, limit) {
  const [words, filters] = read(text);
  const root = await index.root();
  const shelf = () => new Shelf(index, root);
  const [matches, pairs, allowed] = await Promise.all([
    words.map((word) => match(word, shelf())),
    words.slice(1).map((word, at) => together(words[at] + word, shelf())),
    filters.map((name) => slots(name, shelf())),
  ].map((all) => Promise.all(all)));
  const ranked = rank(matches, pairs, allowed, root.documents);
  return {
    rows: await titled(ranked.slice(0, limit), index, root),
    total: ranked.length,
    words: shortest(matches.flatMap((found) => found.words)),
    widened: words.map((word, at) => [word, matches[at].used]).filter(([, used]) => used),
    filters,
  };
}

async function match(word, shelf) {
  const found = new Match(shelf);
  if (/^[ㄱ-ㅎ]{2,}$/.test(word)) return (await import("./widen.js")).byInitials(found, word);
  await shelf.load(keysOf(word));
  const terms = literal(word, shelf);
  found.add(terms);
  return found.scores.size < COMMON ? (await import("./widen.js")).widen(found, word, terms) : found;
}

async function together(compound, shelf) {
  await shelf.load(keysOf(compound));
  return new Match(shelf).add(sure(literal(compound, shelf)));
}

async function slots(name, shelf) {
  await shelf.load([order(name)]);
  return new Map(shelf.postings(name).map(([slot]) => [slot, 1]));
}

/* Words once each, without those that begin with another one. */
function shortest(words) {
  const found = new Set(words);
  const isLonger = (word) => Array.from(word, (_, at) => word.slice(0, at)).some((start) => start[1] && found.has(start));
  return [...found].filter((word) => !isLonger(word));
}

const bits = (number) => 32 - Math.clz32(number);
const raise = (map, slot, by) => map.set(slot, (map.get(slot) ?? 0) + by);

function rank(matches, pairs, filters, documents) {
  let [scores, counts] = [new Map(), new Map()];
  for (const found of matches) {
    const rarity = Math.max(1, bits(documents) - bits(found.scores.size) + 1);
    for (const [slot, score] of found.scores) {
      raise(scores, slot, score * rarity);
      raise(counts, slot, 1);
    }
  }
  for (const found of pairs) {
    for (const [slot, score] of found.scores) if (scores.has(slot)) raise(scores, slot, score * TOGETHER);
  }
  if (!matches.length && filters.length) scores = counts = filters[0];
  const most = Math.max(...counts.values());
  return [...scores]
    .filter(([slot]) => counts.get(slot) === most && filters.every((each) => each.has(slot)))
    .sort(([slot, score], [other, than]) => than - score || other - slot);
}

async function titled(ranked, index, root) {
  const files = new Set(ranked.map(([slot]) => titlesFile(root, slot)));
  const rows = (await Promise.all([...files].map(index.titles))).flat();
  const names = ["slot", "url", "title", "date", "section", "summary"];
  return ranked.flatMap(([slot]) => rows.filter((row) => row[0] === slot))
    .map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}
