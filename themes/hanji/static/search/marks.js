/* Syllables may be written apart; `c` is not part of another word. */
function pattern(word) {
  const spelled = word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&").replace(/(?<=[가-힣])(?=[가-힣])/g, "\\s?");
  return /^[a-z0-9]{1,2}$/.test(word) ? `(?<![a-z0-9])${spelled}(?![a-z0-9])` : spelled;
}

/** Return start and end of each word in a text, as `search/marks.py` does. */
export function places(text, words) {
  const patterns = [...words].sort((a, b) => b.length - a.length).map(pattern);
  const found = patterns.length ? text.matchAll(new RegExp(patterns.join("|"), "gi")) : [];
  return Array.from(found, (match) => [match.index, match.index + match[0].length]);
}

/** Return the text as nodes, with a `mark` around each word. */
export function marked(text, words) {
  const nodes = [];
  let last = 0;
  for (const [start, end] of places(text, words)) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    nodes.push(text.slice(last, start), mark);
    last = end;
  }
  return [...nodes, text.slice(last)];
}
