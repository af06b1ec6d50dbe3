/* The terms that a typed word may stand for, each with a weight of 1 to 100. As `search/words.py`. */

import { order } from "./jamo.js";
import { decoded } from "./index.js";
import { follows } from "./query.js";

export const SURE = 60; /* the weight from which a term is the word that was typed, in some form */
const MOST = 1500; /* score of a document for one word: the full weight with the highest impact */
const COMPLETIONS = 300; /* terms that are looked at for a word that is being typed */

/** Those of terms that are the word that was typed, in some form. */
export const sure = (terms) => new Map([...terms].filter(([, weight]) => weight >= SURE));

/** The documents that a word matches. */
export class Match {
  scores = new Map(); /* by slot */
  words = []; /* that were found */
  used = ""; /* what was taken in place of the word */

  constructor(shelf) {
    this.shelf = shelf;
  }

  raiseTo(slot, score) {
    this.scores.set(slot, Math.max(this.scores.get(slot) ?? 0, score));
  }

  /** Add the documents of terms; of each document, the best term counts. */
  add(terms, percent = 100) {
    for (const [term, weight] of terms) {
      for (const [slot, impact] of this.shelf.postings(term)) this.raiseTo(slot, Math.floor(weight * impact * percent / 100));
    }
    this.words.push(...sure(terms).keys());
    return this;
  }

  /** Add the documents of terms; of each document, all count together: they are forms of one word. */
  addSums(terms, percent) {
    const sums = new Map();
    for (const [term, weight] of terms) {
      for (const [slot, impact] of this.shelf.postings(term)) {
        sums.set(slot, (sums.get(slot) ?? 0) + Math.floor(weight * impact * percent / 100));
      }
    }
    for (const [slot, score] of sums) this.raiseTo(slot, Math.min(MOST, score));
    this.words.push(...terms.keys());
  }
}

export const isKorean = (word) => (word >= "ㄱ" && word <= "ㆎ") || word >= "가";
export const isTerm = (term) => !/^[#@/]|=/.test(term);

/** The keys of the terms that a word is, begins with, or begins. */
export function keysOf(word) {
  const keys = [order(word)];
  if (isKorean(word)) for (let length = 2; length < word.length; length++) keys.push(order(word.slice(0, length)));
  return keys;
}

/** The terms that a word is, begins with, or begins: of `클로저에서` the stem, and of `클로저`, `클로저란`. */
export function literal(word, shelf) {
  const key = order(word);
  const found = new Map();
  for (const term of key.length > 1 ? [...shelf.starting(key).keys()].slice(0, COMPLETIONS) : [word]) {
    const other = order(term);
    if (term === word) found.set(term, 100);
    else if (!isTerm(term)) continue;
    else if (other === key || (isKorean(word) && term.startsWith(word) && follows(word, term.slice(word.length)))) found.set(term, 90);
    else if (term.length === word.length && isKorean(word)) found.set(term, 88); /* its last syllable is being typed */
    else found.set(term, 15 + Math.floor(65 * key.length / other.length));
  }
  if (isKorean(word)) for (const [stem, weight] of stems(word, shelf, found.has(word) ? SURE : 95)) found.set(stem, weight);
  return found;
}

/** The words that a word may be with a suffix, the longest with *weight*. */
export function stems(word, shelf, weight) {
  const found = new Map();
  for (let length = word.length - 1; length > 1; length--) {
    const stem = word.slice(0, length);
    if (follows(stem, word.slice(length)) && shelf.postings(stem).length) found.set(stem, found.size ? SURE : weight);
  }
  return found;
}


/** The words that keys lead to, weighed by their impacts. */
export function targets(key, shelf, most) {
  const impacts = new Map();
  for (const [term, texts] of shelf.starting(key)) {
    const word = term.split("=")[1];
    if (term.includes("=")) impacts.set(word, decoded(texts).reduce((sum, [, impact]) => sum + impact, 0));
  }
  const best = [...impacts].sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1)).slice(0, most);
  return new Map(best.map(([word, impact]) => [word, 60 + Math.floor(40 * impact / best[0][1])]));
}

/** The ways to take a word for a compound. */
export function halves(word) {
  const pairs = [];
  for (let at = 2; isKorean(word) && at < word.length - 1; at++) pairs.push([word.slice(0, at), word.slice(at)]);
  return pairs;
}
