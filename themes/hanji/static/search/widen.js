/* Other ways to search a word that few documents have: `search/widen.py`, `search/typos.py`, `search/verbs.py` and
   `korean/keyboard.py`. An ordinary query does without this file. */

import { Match, SURE, cuts, decoded, exactly, follows, isKorean, isTerm, keysOf, literal, order, stems } from "./engine.js";

const [FEW, MOST_INITIALS, MOST_TARGETS, MOST] = [8, 10, 6, 1500];
const [SHORTEST, LONG, NEAREST] = [4, 8, 40];

export async function byInitials(found, word) {
  const key = order(word);
  await found.shelf.load([key]);
  let words = targets(`${key}=`, found.shelf, MOST_INITIALS);
  if (!words.size) words = targets(key, found.shelf, MOST_INITIALS / 2);
  found.add(new Map([...words].map(([name, weight]) => [`${key}=${name}`, weight])));
  const first = [...words].slice(0, MOST_TARGETS);
  await found.shelf.load(first.map(([name]) => exactly(name)));
  found.add(first);
  found.words = [...words.keys()];
  return found;
}

export async function widen(found, word, terms) {
  const { scores, shelf } = found;
  if (isKorean(word)) addForms(found, verbs(word, shelf), terms.has(word) ? 25 : 90);
  const isFew = scores.size < FEW;
  if (scores.size && isKorean(word) && word.length > 2) found.add(moreCommon(found, word));
  if (!isFew) return found;
  const other = scores.size ? "" : onOtherKeyboard(word);
  const translations = targets(`${order(word)}=`, shelf, MOST_TARGETS);
  const cut = halves(word, shelf);
  await shelf.load([
    ...[...translations.keys()].map(exactly),
    ...cut ? keysOfForms(cut[1]) : [],
    ...other ? keysOf(other) : [],
  ]);
  found.add(translations, 50);
  if (cut) addCompound(found, ...cut);
  for (const [stem] of [...stems(word, shelf, 95)].slice(0, 1)) found.add(literal(stem, shelf), 50);
  if (other) addKeyboard(found, other);
  if (!scores.size) await addTypos(found, word);
  if (!scores.size && other && isKorean(word)) await addTypos(found, other);
  if (!scores.size) addBeginning(found, word);
  return found;
}

function onOtherKeyboard(word) {
  const isLone = (hangul) => /[ㄱ-ㅣ]/.test(hangul);
  if (isKorean(word)) return word.length < 3 || isLone(word) ? toLatin(word) : "";
  const other = toHangul(word);
  return other.length < 2 || isLone(other) ? "" : other;
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

function addCompound(found, first, second) {
  const one = new Match(found.shelf).add([[first, 100]]).scores;
  const other = new Match(found.shelf).add([[second, 100], ...stems(second, found.shelf, 95)]).scores;
  for (const [slot, score] of one) {
    if (!other.has(slot)) continue;
    found.raiseTo(slot, Math.floor(Math.min(score, other.get(slot)) / 10));
    found.words.push(first, second);
  }
}

function addKeyboard(found, other) {
  if (found.add(literal(other, found.shelf)).scores.size) found.used = other;
}

async function addTypos(found, word) {
  await found.shelf.load(keysNear(word));
  const near = typos(word, found.shelf);
  await found.shelf.load([...near.keys()].map(exactly));
  found.add(near);
  found.words.push(...near.keys());
  found.used = [...near].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "";
}

function addBeginning(found, word) {
  found.used = cuts(word).find(([start]) => found.add([[start, SURE]], 50).scores.size)?.[0] ?? found.used;
}

/* The words that keys lead to. */
function targets(key, shelf, most) {
  const found = [...shelf.starting(key)].filter(([term]) => term.includes("=")).map(([term, texts]) => {
    const impacts = decoded(texts).map(([, impact]) => impact);
    return [term.split("=")[1], impacts.reduce((sum, impact) => sum + impact, 0), impacts.length];
  });
  const best = found.sort(([one, sum], [other, than]) => than - sum || (one < other ? -1 : 1)).slice(0, most);
  return new Map(best.map(([word, , count]) => [word, Math.max(20, 100 - 10 * (32 - Math.clz32(count)))]));
}

function halves(word, shelf) {
  return cuts(word).find(([start, rest]) => rest[1] && shelf.postings(start).length);
}

function keysOfForms(word) {
  return [word, ...cuts(word).filter(([, rest]) => follows(rest)).map(([stem]) => stem)].map(exactly);
}

/* The forms of a verb. */
const PLAIN = "ㄴㅡㄴ(ㄷㅏ|ㄷㅔ|ㅈㅣ|ㄱㅏ|ㄱㅓㅅ)?|ㄴㄷㅏ|ㅂㄴㅣㄷㅏ|ㄷㅏ|ㄱㅗ|ㄱㅣ|ㄱㅔ|(ㅇㅡ)?ㅁㅕㄴ(ㅅㅓ)?|ㅁㅕ|(ㅇㅡ)?ㄹㅕ(ㅁㅕㄴ|ㄱㅗ)" +
  "|ㅈㅣ(ㅁㅏㄴ)?|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ|ㄱㅓㄴㅏ|ㅇㅡㄴ|ㅇㅡㄹ";
const AFTER = "(ㅅ(ㄷㅏ|ㅅㅡㅂ|ㄱㅗ|ㄴㅡㄴ|ㄷㅓㄴ|ㅇㅡ|ㅈㅣ|ㄱㅣ).*|ㅅㅓ.*|ㅇㅑ.*|ㄷㅗ|ㅇㅛ|(ㅈㅜ|ㅂㅗ|ㄴㅗㅎ|ㄷㅜ|ㅈㅣ).*)?";
const ANY = "ㄴㅡㄴ.*|[ㄴㄹㅁ]|ㅂㄴㅣ.*|ㄴ(ㄷㅏ.*|ㄷㅔ|ㅈㅣ)|ㄹ(ㄱㅏ|ㅅㅜ.*|ㄷㅔ)|ㅇㅡ([ㄴㄹㅁ]|ㅁㅕㄴ.*|ㄹㅕ.*|ㄴㅣ.*)|ㄷㅏ|ㄱㅗ.*|ㄱㅣ.{0,6}|ㄱㅔ.*|ㅁㅕ(ㄴ.*)?" +
  "|ㄹㅕ.*|ㅈㅣ.{0,6}|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ.*|ㄱㅓㄴㅏ|ㅈㅏ|ㄴㅏ|ㅅㅣ.*|ㅅㅔㅇㅛ|ㅁㅡㄹㅗ";
const [CONTRACTED, TYPED, FORM, FORM_OF_I] = [
  `(..+?)ㅕ${AFTER}`,
  `(..+?)(?:${PLAIN}|(?:ㅇㅏ|ㅇㅓ|(?<=[ㅜㅗ])[ㅓㅏ]|(?<=ㅔ)(?=ㅅ))${AFTER})`,
  `ㄹ?(?:${ANY}|(?:ㅇㅏ|ㅇㅓ|ㅇㅕ|ㅓ|ㅏ|)${AFTER})|`,
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
  const first = Array.from(word.replace(/[^가-힣]/g, ""), (syllable) =>
    "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[(syllable.charCodeAt() - 0xac00) / 588 | 0]);
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

/* What the same keys write on the other keyboard: those of the jamo, in the order of Unicode. */
const CONSONANTS = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(" ");
const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const INITIALS = CONSONANTS.filter((keys) => !keys[1]);
const FINALS = CONSONANTS.filter((keys) => !/[EQW]/.test(keys));
const LONE = [...CONSONANTS, ...VOWELS];
const KEYS = {};
for (const [start, row] of [[0x1100, INITIALS], [0x1161, VOWELS], [0x11a8, FINALS], [0x3131, LONE]]) {
  row.forEach((keys, at) => { KEYS[String.fromCharCode(start + at)] = keys; });
}

function toLatin(word) {
  return word.normalize("NFD").replace(/./gsu, (letter) => KEYS[letter] ?? letter);
}

const any = (row) => [...row].sort((a, b) => b.length - a.length).join("|");
const SYLLABLE = new RegExp(
  `(${any(INITIALS)})(${any(VOWELS)})((?:${any(FINALS)})(?!${any(VOWELS)}))?|${any(LONE)}|.`, "gs");
const NONE = "\u3130"; /* before the first lone jamo */

function toHangul(word) {
  const hangul = word.replace(SYLLABLE, (keys, initial, vowel, final) => String.fromCharCode(initial
    ? 0xac00 + (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final) + 1
    : 0x3131 + LONE.indexOf(keys)));
  return hangul.includes(NONE) ? "" : hangul;
}
