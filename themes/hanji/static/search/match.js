/* The documents that a typed word matches. As `search/match.py`. */

import { verbs } from "./verbs.js";
import { Match, isKorean, keysOf, literal, sure } from "./words.js";

const COMMON = 50; /* documents; a word that so many have is not searched in other ways */

export async function match(word, shelf) {
  const found = new Match(shelf);
  if (/^[ㄱ-ㅎ]{2,}$/.test(word)) {
    await (await import("./widen.js")).byInitials(found, word);
    return found;
  }
  await shelf.load(keysOf(word));
  const terms = literal(word, shelf);
  found.add(terms);
  if (isKorean(word)) found.addSums(verbs(word, shelf), terms.has(word) ? 25 : 90);
  if (found.scores.size < COMMON) await (await import("./widen.js")).widen(found, word, sure(terms).size > 0);
  return found;
}
