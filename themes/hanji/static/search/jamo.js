/* The letters of Hangul: `korean/jamo.py`. */

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
export const jamoOf = (keys) => String.fromCharCode(0x3131 + LONE.indexOf(keys));

for (const [start, row] of [[0x1100, INITIALS], [0x1161, VOWELS], [0x11a8, FINALS], [0x3131, LONE]]) {
  row.forEach((keys, at) => {
    const jamo = String.fromCharCode(start + at);
    KEYS[jamo] = keys;
    FLAT[jamo] = keys.replace("hl", "ho").replace(/./g, (key) => jamoOf(FOLDED[key] ?? key));
  });
}

const orders = new Map(); /* a query compares the same terms many times */

/** What the index sorts a term by: ㅋㅡㄹㄹㅗㅈㅓ for 클로저, and no accents. */
export function order(term) {
  if (!orders.has(term)) {
    orders.set(term, term.normalize("NFD").replace(/[\u0300-\u036fᄀ-ᇿㄱ-ㅣ]/g, (letter) =>
      letter < "ᄀ" ? "" : FLAT[letter] ?? letter));
  }
  return orders.get(term);
}
