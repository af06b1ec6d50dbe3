/* Other ways to search a word that few documents have: `search/widen.py`, `search/typos.py`, `search/verbs.py` and
   `korean/keyboard.py`. An ordinary query does without this file. */

import { decoded } from "./index.js";
import { FINALS, INITIALS, KEYS, LONE, VOWELS, jamoOf, order } from "./jamo.js";
import { Match, isKorean, isTerm, keysOf, literal, stems, sure } from "./words.js";

const [FEW, MOST_INITIALS, MOST] = [8, 8, 1500];
const [SHORTEST, LONG, NEAREST] = [4, 8, 40];

const orders = (terms) => [...terms.keys()].map(order);

export async function byInitials(found, word) {
  const key = order(word);
  await found.shelf.load([key]);
  let words = targets(`${key}=`, found.shelf, MOST_INITIALS);
  if (!words.size) words = targets(key, found.shelf, MOST_INITIALS / 2);
  await found.shelf.load(orders(words));
  return found.add(words);
}

export async function widen(found, word, terms) {
  const { scores, shelf } = found;
  if (isKorean(word)) addForms(found, verbs(word, shelf), terms.has(word) ? 25 : 90);
  const isFew = scores.size < FEW;
  if (scores.size && isKorean(word) && word.length > 2) found.add(moreCommon(found, word));
  if (!isFew) return found;
  const other = scores.size ? "" : isKorean(word) ? toLatin(word) : toHangul(word);
  const translations = targets(`${order(word)}=`, shelf, 3);
  const seconds = [word, other].flatMap(halves).map(([, second]) => second);
  await shelf.load([...orders(translations), ...[...seconds, other].filter(Boolean).flatMap(keysOf)]);
  found.add(translations, 50);
  addCompounds(found, word);
  for (const [stem] of [...stems(word, shelf, 95)].slice(0, 1)) found.add(literal(stem, shelf), 50);
  if (other) addKeyboard(found, other);
  if (!scores.size) await addTypos(found, other ? [word, other] : [word]);
  if (!scores.size) addBeginning(found, word);
  return found;
}

function addForms(found, forms, percent) {
  const sums = new Map();
  for (const [term, weight] of forms) {
    for (const [slot, impact] of found.shelf.postings(term)) {
      sums.set(slot, (sums.get(slot) ?? 0) + Math.floor(weight * impact * percent / 100));
    }
  }
  for (const [slot, score] of sums) found.raiseTo(slot, Math.min(MOST, score));
  found.words.push(...forms.keys());
}

function moreCommon({ scores, shelf }, word) {
  const isMore = ([name, weight]) => weight > NEAREST && shelf.postings(name).length > scores.size;
  return new Map([...typos(word, shelf)].filter(isMore).map(([name]) => [name, 6]));
}

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

function addKeyboard(found, other) {
  found.add(literal(other, found.shelf));
  addCompounds(found, other);
  if (found.scores.size) found.used = other;
}

async function addTypos(found, words) {
  await found.shelf.load(words.flatMap(keysNear));
  let near = new Map();
  for (const word of words) if (!near.size) near = typos(word, found.shelf);
  await found.shelf.load(orders(near));
  found.add(near);
  found.words.push(...near.keys());
  found.used = [...near.keys()][0] ?? "";
}

function addBeginning(found, word) {
  for (let length = isKorean(word) ? word.length - 1 : 0; length > 1; length--) {
    const start = word.slice(0, length);
    if (!found.add(sure(literal(start, found.shelf)), 50).scores.size) continue;
    found.used = start;
    return;
  }
}

/* The words that keys lead to. */
function targets(key, shelf, most) {
  const impacts = new Map();
  for (const [term, texts] of shelf.starting(key)) {
    if (term.includes("=")) impacts.set(term.split("=")[1], decoded(texts).reduce((sum, [, impact]) => sum + impact, 0));
  }
  const best = [...impacts].sort(([one, sum], [other, than]) => than - sum || (one < other ? -1 : 1)).slice(0, most);
  return new Map(best.map(([word, sum]) => [word, 60 + Math.floor(40 * sum / best[0][1])]));
}

function halves(word) {
  const pairs = [];
  for (let at = 2; isKorean(word) && at < word.length - 1; at++) pairs.push([word.slice(0, at), word.slice(at)]);
  return pairs;
}

/* The forms of a verb. */
const PLAIN = "ㄴㅡㄴ(ㄷㅏ|ㄷㅔ|ㅈㅣ|ㄱㅏ|ㄱㅓㅅ)?|ㄴㄷㅏ|ㅂㄴㅣㄷㅏ|ㄷㅏ|ㄱㅗ|ㄱㅣ|ㄱㅔ|(ㅇㅡ)?ㅁㅕㄴ(ㅅㅓ)?|ㅁㅕ|(ㅇㅡ)?ㄹㅕ(ㅁㅕㄴ|ㄱㅗ)" +
  "|ㅈㅣ(ㅁㅏㄴ)?|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ|ㄱㅓㄴㅏ|ㅇㅡㄴ|ㅇㅡㄹ";
const AFTER = "(ㅅ(ㄷㅏ|ㅅㅡㅂ|ㄱㅗ|ㄴㅡㄴ|ㄷㅓㄴ|ㅇㅡ|ㅈㅣ|ㄱㅣ).*|ㅅㅓ.*|ㅇㅑ.*|ㄷㅗ|ㅇㅛ|(ㅈㅜ|ㅂㅗ|ㄴㅗㅎ|ㄷㅜ|ㅈㅣ).*)?";
const ANY = "ㄴㅡㄴ.*|[ㄴㄹㅁ]|ㅂㄴㅣ.*|ㄴ(ㄷㅏ.*|ㄷㅔ|ㅈㅣ)|ㄹ(ㄱㅏ|ㅅㅜ.*|ㄷㅔ)|ㅇㅡ([ㄴㄹㅁ]|ㅁㅕㄴ.*|ㄹㅕ.*|ㄴㅣ.*)|ㄷㅏ|ㄱㅗ.*|ㄱㅣ.{0,6}|ㄱㅔ.*|ㅁㅕ(ㄴ.*)?" +
  "|ㄹㅕ.*|ㅈㅣ.{0,6}|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ.*|ㄱㅓㄴㅏ|ㅈㅏ|ㄴㅏ|ㅅㅣ.*|ㅅㅔㅇㅛ|ㅁㅡㄹㅗ";
const [CONTRACTED, TYPED, FORM, FORM_OF_I] = [
  `(..+?)ㅕ${AFTER}`,
  `(..+?)(?:${PLAIN}|(?:ㅇㅏ|ㅇㅓ|(?<=[ㅜㅗ])[ㅓㅏ])${AFTER})`,
  `ㄹ?(?:${ANY}|(?:ㅇㅏ|ㅇㅓ|ㅇㅕ|ㅓ|ㅏ)${AFTER})|`,
  `ㅣ(?:${ANY}|ㅇㅓ${AFTER})?|ㅕ${AFTER}`,
].map((pattern) => new RegExp(`^(?:${pattern})$`));

function verbs(word, shelf) {
  const found = new Map();
  const [contracted, typed] = [CONTRACTED, TYPED].map((pattern) => order(word).match(pattern)?.[1]);
  for (const stem of [contracted && `${contracted}ㅣ`, typed].filter(Boolean)) {
    const base = stem.replace(/[ㅣㄹ]$/, "");
    const form = stem.endsWith("ㅣ") ? FORM_OF_I : FORM;
    for (const term of base.length > 1 ? shelf.starting(base).keys() : []) {
      if (isKorean(term) && isTerm(term) && form.test(order(term).slice(base.length))) found.set(term, 90);
    }
  }
  return found;
}

/* The terms near a mistyped word. */
const ALIKE = { ㄱ: "ㅋ", ㄷ: "ㅌ", ㅂ: "ㅍ", ㅈ: "ㅊ", ㅋ: "ㄱ", ㅌ: "ㄷ", ㅍ: "ㅂ", ㅊ: "ㅈ", ㄲ: "ㅋ", ㄸ: "ㅌ", ㅃ: "ㅍ", ㅉ: "ㅊ" };

function keysNear(word) {
  const key = order(word);
  const near = [key.slice(0, (key.length + 1) >> 1)];
  if (!isKorean(word)) return [...near, `~${word.replace(/[aeiou]/g, "").slice(0, 1)}`];
  const first = Array.from(word.replace(/[^가-힣]/g, ""), (syllable) => jamoOf(INITIALS[(syllable.charCodeAt() - 0xac00) / 588 | 0]));
  const spellings = first.map((letter, at) => ALIKE[letter] && first.with(at, ALIKE[letter])).filter(Boolean);
  return [...near, ...[first, ...spellings].map((letters) => `${order(letters.join(""))}=`)];
}

function typos(word, shelf) {
  const key = order(word);
  const most = key.length < LONG ? 1 : 2;
  const found = new Map();
  for (const near of key.length < SHORTEST ? [] : keysNear(word)) {
    const isKey = near.endsWith("=") || near[0] === "~";
    for (const [term, texts] of shelf.starting(near)) {
      const [left, target] = term.split("=");
      const name = isKey ? target : left;
      if (/^[#@/~]/.test(name) || name === word || (target && !isKey)) continue;
      const other = order(name);
      const far = distance(key, other, most);
      if (far > most) continue;
      const weight = 60 - 20 * far + Math.min(9, 32 - Math.clz32(decoded(texts).length)) + 3 * (other.length === key.length);
      found.set(name, Math.max(found.get(name) ?? 0, weight));
    }
  }
  const top = Math.max(...found.values());
  return new Map([...found].filter(([, weight]) => weight > top - 8));
}

function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 0; at < one.length; at++) {
    const last = before;
    [before, row] = [row, [at + 1]];
    for (let to = 0; to < other.length; to++) {
      const isSwapped = at && to && one[at] === other[to - 1] && one[at - 1] === other[to];
      row.push(Math.min(before[to] + (one[at] !== other[to]), before[to + 1] + 1, row[to] + 1, isSwapped ? last[to - 1] + 1 : Infinity));
    }
    if (Math.min(...row) > most) break;
  }
  return Math.min(...row) > most ? most + 1 : row.at(-1);
}

/* What the same keys write on the other keyboard. */
function toLatin(word) {
  return word.normalize("NFD").replace(/./gsu, (letter) => KEYS[letter] ?? letter);
}

const any = (row) => [...row].sort((a, b) => b.length - a.length).join("|");
const SYLLABLE = new RegExp(
  `(${any(INITIALS)})(${any(VOWELS)})((?:${any(FINALS)})(?!${any(VOWELS)}))?|${any(LONE)}|.`, "gs");

function toHangul(word) {
  const hangul = word.replace(SYLLABLE, (keys, initial, vowel, final) => initial
    ? String.fromCharCode(0xac00 + (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final) + 1)
    : jamoOf(keys));
  return hangul.includes(jamoOf()) ? "" : hangul;
}
