/* The files of an index: `search/shelf.py`, `korean/jamo.py`. */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~";
const CONSONANTS = "ㄱ ㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂ ㅂㅅ ㅅ ㅅ ㅇ ㅈ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" ");
const VOWELS = "ㅏ ㅔ ㅑ ㅔ ㅓ ㅔ ㅕ ㅔ ㅗ ㅗㅏ ㅗㅔ ㅗㅔ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
const FLAT = {};
for (const [start, row] of [
  [0x1100, CONSONANTS.filter((jamo) => !jamo[1])],
  [0x1161, VOWELS],
  [0x11a8, CONSONANTS.filter((jamo, at) => ![7, 18, 24].includes(at))], /* no syllable ends in ㄸ, ㅃ, ㅉ */
  [0x3131, CONSONANTS.concat(VOWELS)],
]) row.forEach((jamo, at) => { FLAT[String.fromCharCode(start + at)] = jamo; });
const orders = Object.create(null);

/** What the index sorts a term by: ㅋㅡㄹㄹㅗㅈㅓ for 클로저. */
export const order = (term) => orders[term] ??=
  term.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[ᄀ-ㅣ]/g, (jamo) => FLAT[jamo] ?? jamo);

/** The index in a folder, with a slash at the end; its root is requested at once. */
export function open(folder) {
  let files = {};
  let isMissing = false;
  let cache = "default";

  function file(path, parse) {
    files[path] ??= read(folder + path, cache).catch(() => read(folder + path, "reload")).then((text) => {
      isMissing ||= text === undefined;
      return parse(text || "");
    }).catch((problem) => {
      delete files[path]; /* the next query tries again */
      throw problem;
    });
    return files[path];
  }

  const index = {
    root: () => file("index.json", asRoot),
    shard: (path) => file(path, (text) => `\n${text}`),
    titles: (path) => file(path, (text) => JSON.parse(text || "[]")),

    /** Whether the site is newer than the root: then all is read anew, once. */
    isOutdated() {
      if (!isMissing || cache === "reload") return false;
      cache = "reload";
      files = {};
      return true;
    },
  };
  index.root();
  return index;
}

/* The text of a file; undefined if there is none, which in a new site means «not yet». */
async function read(address, cache) {
  const response = await fetch(address, { cache });
  if (response.ok) return response.text();
  if (response.status !== 404) throw new Error(response.status);
}

/* A boundary is written as the length that it shares with the one before, and the rest. */
function asRoot(text) {
  const root = JSON.parse(text || '{"segments":[],"boundaries":""}');
  let last = "";
  const all = root.boundaries.split(" ").map((entry) => (last = last.slice(0, parseInt(entry[0], 36)) + entry.slice(1)));
  return { ...root, segments: root.segments.map(([name, shards]) => ({
    folder: `${root.slots}/${name}-${shards}`,
    boundaries: all.filter((boundary, at) => (at + 1) * shards % (all.length + 1) === 0),
  })) };
}

export const titlesFile = (root, slot) => `${root.slots}/titles/${(slot >> root.chunk).toString(16)}.json`;

/** The shards that a word has read. */
export function shelfOf(index, root) {
  const texts = {};
  const pathsOf = (key) => root.segments.flatMap(({ folder, boundaries }) => {
    const [from, to] = [key, `${key}\uffff`].map((end) => first(boundaries.length, (at) => boundaries[at] <= end));
    return [from, ...to > from ? [from + 1] : []].map((shard) => `${folder}/${shard.toString(16)}.txt`);
  });
  const textsOf = (key) => pathsOf(key).map((path) => texts[path] ?? "");

  return {
    /** Read the shards with the terms that begin with keys. */
    load: (keys) => Promise.all(keys.flatMap(pathsOf).map(async (path) => { texts[path] = await index.shard(path); })),

    /** The terms that begin with a key, each with its postings in each segment. */
    starting(key) {
      const found = new Map();
      for (const text of textsOf(key)) {
        const start = first(text.length, (at) => order(text.slice(text.lastIndexOf("\n", at) + 1).split("\t", 1)[0]) < key);
        for (const line of text.slice(start + 1).split("\n")) {
          const [term, postings] = line.split("\t");
          if (!order(term).startsWith(key)) break;
          found.set(term, [...found.get(term) ?? [], postings]);
        }
      }
      return found;
    },

    /** The slots and impacts of a term. */
    postings: (term) => decoded(textsOf(order(term)).map((text) => text.split(`\n${term}\t`, 2)[1]?.split("\n", 1)[0] ?? "")),
  };
}

/* The first number for which a test fails that holds for all before it. */
function first(count, isBefore) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Postings: a letter for the impact, a = 1, and the gap to the slot before in base 74. */
export function decoded(texts) {
  return texts.flatMap((text) => {
    let slot = -1;
    return Array.from(text.matchAll(/([a-o])([^a-o]*)/g), ([, letter, digits]) => {
      slot += 1 + [...digits].reduce((gap, digit) => gap * 74 + DIGITS.indexOf(digit), 0);
      return [slot, letter.charCodeAt() - 96];
    });
  });
}
