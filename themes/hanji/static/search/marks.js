/* Where the words of a query stand in a text. `search/marks.py` finds the same places. */

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;
const SHORT = /^[a-z0-9]{1,2}$/;
const HANGUL = /(?<=[가-힣])(?=[가-힣])/u;

/** A pattern for any of the words: syllables may be written apart, and `c` is no part of another word. */
function pattern(words) {
  const each = words.map((word) => {
    const spelled = word.split(HANGUL).map((part) => part.replace(SPECIAL, "\\$&")).join("\\s?");
    return SHORT.test(word) ? `(?<![a-z0-9])${spelled}(?![a-z0-9])` : spelled;
  });
  return new RegExp(each.sort((a, b) => b.length - a.length).join("|"), "giu");
}

/** The places of the words in a text, `[start, end]` each, in order; particles stay outside: **클로저**를. */
export function places(text, words) {
  if (!words.length) return [];
  return Array.from(text.matchAll(pattern(words)), (match) => [match.index, match.index + match[0].length]);
}

/** The text as nodes, with a `mark` around each place. */
export function marked(text, words) {
  const nodes = [];
  let end = 0;
  for (const [from, to] of places(text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(from, to);
    nodes.push(text.slice(end, from), mark);
    end = to;
  }
  return [...nodes, text.slice(end)];
}
