/* What was typed, and the terms that a typed word may stand for: `search/query.py`, `search/words.py`. */

import { order } from "./jamo.js";

const RUN = /[^\0- \u00a0\u3000]+/g;
const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z](?:[+][+]|#)(?![0-9a-z_])|[0-9a-z_à-öø-ɏͰ-ӿ]+(?:(?<=[0-9])[.][0-9]+)*|[ぁ-ヿ々㐀-鿿]+/g;
const SUFFIX = new RegExp("^(" +
  "(들|만|까지|부터|밖에|마다)?" +
  "(에|에서|에게|에게서|한테|으?로|으?로서|으?로써|으?로부터|에서부터|와|과|이?랑|하고|처럼|보다|만큼|대로|마다|부터|까지|조차|마저|밖에|뿐)?" +
  "(은|는|이|가|을|를|의|도|만|이?나|이?라도|이?란|이?다|엔|선|께)?" +
  "|(하|한|할|함|합|해(?![결시석제상])|했|되(?!돌)|된|될|됨|됩|돼|됐|시[키킨킬켜켰킴킵]|당[하한했]|받|스[러럽])[가-힣]{0,5}" +
  "|(이(?=[다며고면라지므어었죠기든])|인|일(?=[까때지])|임|입니|였|예요|라(?=[는고면서]))[가-힣]{0,4}|일" +
  ")$");
const NOUN = /^(함수|한[글계국]|할당|합[계성]|하[드위])/;
const [LENGTH, WORDS, COMPLETIONS] = [200, 8, 300];
export const SURE = 60;

/** The words and the filters of a query. */
export function read(text) {
  const words = new Set();
  const filters = [];
  for (const run of Array.from(text).slice(0, LENGTH).join("").normalize("NFC").toLowerCase().match(RUN) ?? []) {
    const isFilter = /^[#@/]./s.test(run);
    if (isFilter) filters.push(run);
    let isAfterLatin = false;
    for (const word of isFilter ? [] : run.match(WORD) ?? []) {
      if (!isAfterLatin || !SUFFIX.test(word)) words.add(word);
      isAfterLatin = word < "ㄱ";
    }
  }
  return [[...words].slice(0, WORDS), filters];
}

/** Whether a rest is what may follow a noun in one written word. */
export const follows = (rest) => SUFFIX.test(rest) && !NOUN.test(rest);

export const isKorean = (word) => (word >= "ㄱ" && word <= "ㆎ") || word >= "가";
export const isTerm = (term) => !/^[#@/]|=/.test(term);

/** Those of terms that are the word that was typed, in some form. */
export const sure = (terms) => new Map([...terms].filter(([, weight]) => weight >= SURE));

/** The documents that a word matches. */
export class Match {
  scores = new Map();
  words = [];
  used = "";

  constructor(shelf) {
    this.shelf = shelf;
  }

  raiseTo(slot, score) {
    this.scores.set(slot, Math.max(this.scores.get(slot) ?? 0, score));
  }

  add(terms, percent = 100) {
    for (const [term, weight] of terms) {
      for (const [slot, impact] of this.shelf.postings(term)) this.raiseTo(slot, Math.floor(weight * impact * percent / 100));
    }
    this.words.push(...sure(terms).keys());
    return this;
  }
}

/** The key of one term, and not of those that begin with it. */
export const exactly = (term) => `${order(term)}\t`;

/** The keys of the terms that a word is, begins with, or begins. */
export function keysOf(word) {
  const keys = [order(word)];
  for (let length = 2; isKorean(word) && length < word.length; length++) keys.push(exactly(word.slice(0, length)));
  return keys;
}

/** These terms, each with a weight of 1 to 100. */
export function literal(word, shelf) {
  const key = order(word);
  const found = new Map();
  for (const term of key.length > 1 ? [...shelf.starting(key).keys()].slice(0, COMPLETIONS) : [word]) {
    const other = order(term);
    if (term === word) found.set(term, 100);
    else if (!isTerm(term)) continue;
    else if (other === key) found.set(term, 90);
    else if (term.length === word.length && isKorean(word)) found.set(term, 88);
    else found.set(term, 15 + Math.floor(65 * key.length / other.length));
  }
  if (isKorean(word)) for (const [stem, weight] of stems(word, shelf, found.has(word) ? SURE : 95)) found.set(stem, weight);
  return found;
}

export function stems(word, shelf, weight) {
  const found = new Map();
  for (let length = word.length - 1; length > 1; length--) {
    const stem = word.slice(0, length);
    if (follows(word.slice(length)) && shelf.postings(stem).length) found.set(stem, found.size ? SURE : weight);
  }
  return found;
}
