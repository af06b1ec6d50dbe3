/* The forms of a verb: 느려지는 also finds 느려졌다. As `search/verbs.py`. */

import { order } from "./jamo.js";
import { isKorean, isTerm } from "./words.js";

/* Endings that a typed word is recognized by. */
const PLAIN = "ㄴㅡㄴ(ㄷㅏ|ㄷㅔ|ㅈㅣ|ㄱㅏ|ㄱㅓㅅ)?|ㄴㄷㅏ|ㅂㄴㅣㄷㅏ|ㄷㅏ|ㄱㅗ|ㄱㅣ|ㄱㅔ|(ㅇㅡ)?ㅁㅕㄴ(ㅅㅓ)?|ㅁㅕ|(ㅇㅡ)?ㄹㅕ(ㅁㅕㄴ|ㄱㅗ)" +
  "|ㅈㅣ(ㅁㅏㄴ)?|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ|ㄱㅓㄴㅏ|ㅇㅡㄴ|ㅇㅡㄹ";
/* What may follow the vowel of 어: of the past, of 서, or another verb. */
const AFTER = "(ㅅ(ㄷㅏ|ㅅㅡㅂ|ㄱㅗ|ㄴㅡㄴ|ㄷㅓㄴ|ㅇㅡ|ㅈㅣ|ㄱㅣ).*|ㅅㅓ.*|ㅇㅑ.*|ㄷㅗ|ㅇㅛ|(ㅈㅜ|ㅂㅗ|ㄴㅗㅎ|ㄷㅜ|ㅈㅣ).*)?";
/* Endings of the forms that are found; they follow a stem that is known, so they may be short. */
const ANY = "ㄴㅡㄴ.*|[ㄴㄹㅁ]|ㅂㄴㅣ.*|ㄴ(ㄷㅏ.*|ㄷㅔ|ㅈㅣ)|ㄹ(ㄱㅏ|ㅅㅜ.*|ㄷㅔ)|ㅇㅡ([ㄴㄹㅁ]|ㅁㅕㄴ.*|ㄹㅕ.*|ㄴㅣ.*)|ㄷㅏ|ㄱㅗ.*|ㄱㅣ.{0,6}|ㄱㅔ.*|ㅁㅕ(ㄴ.*)?" +
  "|ㄹㅕ.*|ㅈㅣ.{0,6}|ㄷㅗㄹㅗㄱ|ㄷㅓㄴ.*|ㄱㅓㄴㅏ|ㅈㅏ|ㄴㅏ|ㅅㅣ.*|ㅅㅔㅇㅛ|ㅁㅡㄹㅗ";
const whole = (pattern) => new RegExp(`^(?:${pattern})$`);
const TYPED = whole(`(..+?)(?:${PLAIN}|(?:ㅇㅏ|ㅇㅓ|(?<=[ㅜㅗ])[ㅓㅏ])${AFTER})`);
const CONTRACTED = whole(`(..+?)ㅕ${AFTER}`);
const FORM = whole(`ㄹ?(?:${ANY}|(?:ㅇㅏ|ㅇㅓ|ㅇㅕ|ㅓ|ㅏ)${AFTER})|`);
const FORM_OF_I = whole(`ㅣ(?:${ANY}|ㅇㅓ${AFTER})?|ㅕ${AFTER}`);

export function verbs(word, shelf) {
  const found = new Map();
  for (const stem of stems(order(word))) {
    const form = stem.endsWith("ㅣ") ? FORM_OF_I : FORM;
    const base = stem.replace(/[ㅣㄹ]$/, "");
    for (const term of base.length > 1 ? shelf.starting(base).keys() : []) {
      if (isKorean(term) && isTerm(term) && form.test(order(term).slice(base.length))) found.set(term, 90);
    }
  }
  return found;
}

/* The stems that flat jamo may be a form of. */
function stems(key) {
  const contracted = CONTRACTED.exec(key);
  const typed = TYPED.exec(key);
  return [...contracted ? [`${contracted[1]}ㅣ`] : [], ...typed ? [typed[1]] : []];
}
