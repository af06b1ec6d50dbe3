/* The answer to a query: the same documents in the same order as those of `search/engine.py`. */

import { Shelf, open } from "./index.js";
import { order } from "./jamo.js";
import { match } from "./match.js";
import { read } from "./query.js";
import { Match, keysOf, literal, sure } from "./words.js";

export { open };

const TOGETHER = 10; /* how much more a compound counts than a word of medium rarity */

/** The documents that a text asks for, with the titles of the first ones. */
export async function search(index, text, limit) {
  const found = await answer(index, text, limit);
  return await index.isOutdated() ? answer(index, text, limit) : found;
}

async function answer(index, text, limit) {
  const [words, filters] = read(text);
  const root = await index.root();
  const shelf = () => new Shelf(index, root);
  const [matches, pairs, allowed] = await Promise.all([
    Promise.all(words.map((word) => match(word, shelf()))),
    Promise.all(words.slice(1).map((word, at) => together(words[at] + word, shelf()))),
    Promise.all(filters.map((name) => slotsOf(name, shelf()))),
  ]);
  const ranked = rank(matches, pairs, allowed, root.documents);
  return {
    rows: await titled(ranked.slice(0, limit), index, root),
    total: ranked.length,
    words: [...new Set(matches.flatMap((found) => found.words))],
    widened: words.map((word, at) => [word, matches[at].used]).filter(([, used]) => used),
    filters,
  };
}

/* The documents that have two neighbours of a query side by side. */
async function together(compound, shelf) {
  await shelf.load(keysOf(compound));
  return new Match(shelf).add(sure(literal(compound, shelf)));
}

async function slotsOf(name, shelf) {
  await shelf.load([order(name)]);
  return new Map(shelf.postings(name).map(([slot]) => [slot, 1]));
}

const bits = (number) => 32 - Math.clz32(number);

/* Slots and scores of the documents that match most words, best first; the newest, of equals. */
function rank(matches, pairs, filters, documents) {
  let scores = new Map();
  let counts = new Map();
  const raise = (map, slot, by) => map.set(slot, (map.get(slot) ?? 0) + by);
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
  const most = Math.max(0, ...counts.values());
  return [...scores]
    .filter(([slot]) => counts.get(slot) === most && filters.every((slots) => slots.has(slot)))
    .sort(([slot, score], [other, than]) => than - score || other - slot);
}

async function titled(ranked, index, root) {
  const chunks = [...new Set(ranked.map(([slot]) => slot >> root.chunk))];
  const rows = await Promise.all(chunks.map((chunk) => index.titles(root, chunk)));
  const bySlot = new Map(rows.flat().map((row) => [row[0], row]));
  return ranked.filter(([slot]) => bySlot.has(slot)).map(([slot]) => {
    const [, url, title, date, section, summary] = bySlot.get(slot);
    return { slot, url, title, date, section, summary };
  });
}
