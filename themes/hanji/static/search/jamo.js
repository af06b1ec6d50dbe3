/* The letters of Hangul. As `korean/jamo.py`. */

/* The keys of the jamo, in the order of Unicode. */
const CONSONANTS = "r R rt s sw sg e E f fr fa fq ft fx fv fg a q Q qt t T d w W c z x v g".split(" ");
export const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
export const INITIALS = CONSONANTS.filter((keys) => keys.length === 1);
export const FINALS = CONSONANTS.filter((keys) => !/[EQW]/.test(keys));
export const LONE = [...CONSONANTS, ...VOWELS];
export const KEYS = {};
/* What spelling confuses is one letter: tense and plain consonants, ㅐ and ㅔ, ㅚ and ㅙ. */
const FOLDED = { R: "r", E: "e", Q: "q", T: "t", W: "w", o: "p", O: "P" };
const FLAT = {};

/** The jamo of a key. */
export const lone = (keys) => String.fromCharCode(0x3131 + LONE.indexOf(keys));

for (const [start, row] of [[0x1100, INITIALS], [0x1161, VOWELS], [0x11a8, FINALS], [0x3131, LONE]]) {
  row.forEach((keys, at) => {
    const jamo = String.fromCharCode(start + at);
    KEYS[jamo] = keys;
    FLAT[jamo] = keys.replace("hl", "ho").replace(/./g, (key) => lone(FOLDED[key] ?? key));
  });
}

/** What the index sorts a term by: ㅋㅡㄹㄹㅗㅈㅓ for 클로저, and no accents. */
export const order = (term) => term.normalize("NFD").replace(/[\u0300-\u036fᄀ-ᇿㄱ-ㅣ]/g, (letter) =>
  letter < "ᄀ" ? "" : FLAT[letter] ?? letter);

/** Whether a particle has the form that the end of a stem asks for: 은 and 을 after a consonant, 는 and 를 not. */
export function agrees(stem, suffix) {
  const final = (stem.charCodeAt(stem.length - 1) + 12) % 28; /* 0xac00 % 28 is 16 */
  if (/^[가는를와나란라랑였여예]/.test(suffix)) return final === 0;
  if (suffix[0] === "로") return final === 0 || final === 8;
  return final > 0 || !/^([은을과으]|이$)/.test(suffix);
}

/** The first consonants of syllables. */
export const initials = (word) => word.replace(/[^가-힣]/g, "").replace(/./g, (syllable) =>
  lone(INITIALS[(syllable.charCodeAt() - 0xac00) / 588 | 0]));

/** The consonants of a Latin word, doubled ones once: what slips of vowels leave. */
export const skeleton = (word) => word.replace(/[aeiou]/g, "").replace(/(.)\1+/gs, "$1");
