/* Other ways to search a word that few documents have, or none. As `search/widen.py`. */

import { order } from "./jamo.js";
import { toHangul, toLatin } from "./keyboard.js";
import { NEAREST, keysNear, typos } from "./typos.js";
import { Match, halves, isKorean, keysOf, literal, stems, sure, targets } from "./words.js";

const FEW = 8; /* documents, as many as a reader sees at once */
const INITIALS = 8; /* words that initials are taken for */

const orders = (terms) => [...terms.keys()].map(order);

/** Add the documents of the words whose syllables begin with the consonants of a word. */
export async function byInitials(found, word) {
  const { shelf } = found;
  const key = order(word);
  await shelf.load([key]);
  let words = targets(`${key}=`, shelf, INITIALS);
  if (!words.size) words = targets(key, shelf, INITIALS / 2);
  await shelf.load(orders(words));
  found.add(words);
}

/** Add the documents that a word finds in other ways. */
export async function widen(found, word, isKnown) {
  const { shelf } = found;
  const isFew = found.scores.size < FEW;
  if (found.scores.size && isKorean(word) && word.length > 2) found.add(moreCommon(found, word));
  if (!isFew) return;
  let other = isKorean(word) ? toLatin(word) : toHangul(word);
  if (found.scores.size && (isKnown || other.length < 2 || /[^가-\uffff]/.test(other))) other = "";
  const translations = targets(`${order(word)}=`, shelf, 3);
  const seconds = [word, other].flatMap(halves).flatMap(([, second]) => keysOf(second));
  await shelf.load([...orders(translations), ...seconds, ...other ? keysOf(other) : []]);
  found.add(translations, 50);
  addCompounds(found, word);
  for (const [stem] of [...stems(word, shelf, 95)].slice(0, 1)) found.add(literal(stem, shelf), 50);
  if (other) addKeyboard(found, other);
  if (!found.scores.size) await addTypos(found, other ? [word, other] : [word]);
  if (!found.scores.size) addBeginning(found, word);
}

/* The spelling that far more documents have, if it is one letter away and in the same shards. */
function moreCommon({ scores, shelf }, word) {
  const isMore = ([name, weight]) => weight > NEAREST && shelf.postings(name).length > scores.size;
  return new Map([...typos(word, shelf)].filter(isMore).map(([name]) => [name, 6]));
}

/* Add the documents that have both halves of a word. */
function addCompounds(found, word) {
  for (const pair of halves(word)) {
    const [one, other] = pair.map((half) => new Match(found.shelf).add(sure(literal(half, found.shelf))).scores);
    for (const [slot, score] of one) {
      if (!other.has(slot)) continue;
      found.raiseTo(slot, Math.floor(Math.min(score, other.get(slot)) / 10));
      found.words.push(...pair);
    }
  }
}

/* Add the documents of what the same keys write on the other keyboard. */
function addKeyboard(found, other) {
  const terms = literal(other, found.shelf);
  const before = found.scores.size;
  if (before && !sure(terms).size) return;
  found.add(terms);
  addCompounds(found, other);
  if (found.scores.size > before) found.used = other;
}

/* Add the documents of the words near a mistyped one. */
async function addTypos(found, words) {
  const { shelf } = found;
  await shelf.load(words.flatMap(keysNear));
  let near = new Map();
  for (const word of words) if (!near.size) near = typos(word, shelf);
  await shelf.load(orders(near));
  found.add(near);
  found.used = [...near.keys()][0] ?? "";
}

/* Add the documents of the longest word that a word begins with. */
function addBeginning(found, word) {
  for (let length = isKorean(word) ? word.length - 1 : 0; length > 1; length--) {
    const start = word.slice(0, length);
    found.add(sure(literal(start, found.shelf)), 50);
    if (found.scores.size) {
      found.used = start;
      return;
    }
  }
}
