/* Words typed with the wrong keyboard, 두벌식 or QWERTY. As `korean/keyboard.py`. */

import { FINALS, INITIALS, KEYS, LONE, VOWELS, lone } from "./jamo.js";

/** What the keys of a word write on a Latin keyboard: `python` for ㅔㅛ쇄ㅜ. */
export const toLatin = (word) => word.normalize("NFD").replace(/./gsu, (letter) => KEYS[letter] ?? letter);

/* Two keys before one; a consonant before a vowel begins the next syllable. */
const any = (row) => [...row].sort((a, b) => b.length - a.length).join("|");
const SYLLABLE = new RegExp(
  `(${any(INITIALS)})(${any(VOWELS)})((?:${any(FINALS)})(?!${any(VOWELS)}))?|${any(LONE)}|.`, "gs");

/** What they write on a Korean keyboard, "" if one writes no jamo: `클로저` for zmffhwj. */
export function toHangul(word) {
  const hangul = word.replace(SYLLABLE, (keys, initial, vowel, final) => initial
    ? String.fromCharCode(0xac00 + (INITIALS.indexOf(initial) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(final) + 1)
    : lone(keys));
  return hangul.includes(lone()) ? "" : hangul;
}
