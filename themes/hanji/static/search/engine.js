/* The engine, from letters to the answer, which is that of `blog search`: its `search/*.py` explain each function. */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~";
const CONSONANTS = "ㄱ ㄱ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂ ㅂㅅ ㅅ ㅅ ㅇ ㅈ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".split(" ");
const VOWELS = "ㅏ ㅔ ㅑ ㅔ ㅓ ㅔ ㅕ ㅔ ㅗ ㅗㅏ ㅗㅔ ㅗㅔ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".split(" ");
const FLAT = {};
for (const [start, row] of [
  [0x1100, CONSONANTS.filter((jamo) => !jamo[1])],
  [0x1161, VOWELS],
  [0x11a8, CONSONANTS.filter((jamo, at) => ![7, 18, 24].includes(at))],
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
    files[path] ??= request(folder + path, cache).catch(() => request(folder + path, "reload")).then((text) => {
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
    shard: (path) => file(path, (text) => new Map(text.split("\n").map((line) => line.split("\t")))),
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
async function request(address, cache) {
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

const titlesFile = (root, slot) => `${root.slots}/titles/${(slot >> root.chunk).toString(16)}.json`;

/** The shards that a word has read. */
export function shelfOf(index, root) {
  const shards = {};
  const pathsOf = (key) => root.segments.flatMap(({ folder, boundaries }) => {
    const [from, to] = [key, `${key}\uffff`].map((end) => bisect(boundaries.length, (at) => boundaries[at] <= end));
    return [from, ...to > from ? [from + 1] : []].map((shard) => `${folder}/${shard.toString(16)}.txt`);
  });
  const shardsOf = (key) => pathsOf(key).flatMap((path) => shards[path] ?? []);

  return {
    /** Read the shards with the terms that begin with keys. */
    load: (keys) => Promise.all(keys.flatMap(pathsOf).map(async (path) => { shards[path] = await index.shard(path); })),

    /** The terms that begin with a key, each with its postings in each segment. */
    starting(key) {
      const found = new Map();
      for (const shard of shardsOf(key)) {
        for (const [term, text] of shard) if (order(term).startsWith(key)) found.set(term, [...found.get(term) ?? [], text]);
      }
      return found;
    },

    /** The slots and impacts of a term. */
    postings: (term) => decoded(shardsOf(order(term)).map((shard) => shard.get(term) ?? "")),
  };
}

/* The first number for which a test fails that holds for all before it. */
function bisect(count, isBefore) {
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

const [LENGTH, WORDS, COMPLETIONS, COMMON, TOGETHER] = [200, 8, 300, 50, 30];
const SMALL = 500; /* documents: a word seldom has many */
export const SURE = 60;

/* What was typed, as words and filters. */
const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[a-z](?:[+][+]|#)(?![0-9a-z_])|[0-9a-z_à-öø-ɏͰ-ӿ]+(?:(?<=[0-9])[.][0-9]+)*|[ぁ-ヿ々㐀-鿿]+/g;
const SUFFIX = new RegExp("^(" +
  "(들|만|까지|부터|밖에|마다)?" +
  "(에(서|게서?|서부터)?|한테|으?로(서|써|부터)?|와|과|이?랑|하고|처럼|보다|만큼|대로|마다|부터|까지|조차|마저|밖에|뿐)?" +
  "([은는이가을를의도만엔선께]|이?[나란다]|이?라도)?" +
  "|([하한할함합했된될됨됩돼됐받]|해(?![결시석제상])|되(?!돌)|시[키킨킬켜켰킴킵]|당[하한할함합했해]|스[러럽])[가-힣]{0,5}" +
  "|([인임였]|이(?=[다며고면라지므어었죠기든])|일(?=[까때지])|입니|예요|라(?=[는고면서]))[가-힣]{0,4}|일" +
  ")$");
const NOUN = /^(함수|한[글계국]|할당|합[계성]|하[드위])/;

export const follows = (rest) => SUFFIX.test(rest) && !NOUN.test(rest);

function read(text) {
  const [words, filters] = [new Set(), []];
  const typed = [...text].slice(0, LENGTH).join("").normalize("NFC").toLowerCase();
  for (const run of typed.split(/[\0- \u00a0\u3000]+/)) {
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

export const isKorean = (word) => (word >= "ㄱ" && word <= "ㆎ") || word >= "가";
export const isTerm = (term) => !/^[#@/]|=/.test(term);

/** The key of one term, and not of those that begin with it. */
export const exactly = (term) => `${order(term)}\t`;

/* The beginnings of a word, the longest first, each with the rest. */
export const cuts = (word) => isKorean(word) ? Array.from(word.slice(2), (_, at) => [word.slice(0, -1 - at), word.slice(-1 - at)]) : [];

/** The keys of the terms that a word is, begins with, or begins. */
export const keysOf = (word) => [order(word), ...cuts(word).map(([start]) => exactly(start))];

/* These terms, each with a weight of 1 to 100. */
export function literal(word, shelf) {
  const key = order(word);
  const found = new Map();
  for (const term of key.length > 1 ? [...shelf.starting(key).keys()].slice(0, COMPLETIONS) : [word]) {
    const other = order(term);
    if (term === word) found.set(term, 100);
    else if (!isTerm(term)) continue;
    else if (other === key) found.set(term, 90);
    else if (term.length === word.length && isKorean(word)) found.set(term, 88);
    else found.set(term, Math.floor((15 + 65 * key.length / other.length) / (found.has(word) && !isKorean(word) ? 4 : 1)));
  }
  for (const [stem, weight] of stems(word, shelf, found.size ? SURE : 95)) found.set(stem, weight);
  return found;
}

export function stems(word, shelf, weight) {
  const found = new Map();
  for (const [stem, rest] of cuts(word)) {
    if (follows(rest) && shelf.postings(stem).length) found.set(stem, found.size ? SURE : weight);
  }
  return found;
}

const sure = (terms) => [...terms].filter(([, weight]) => weight >= SURE);

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
    this.words.push(...sure(terms).map(([term]) => term));
    return this;
  }
}

async function match(word, shelf) {
  const found = new Match(shelf);
  if (/^[ㄱ-ㅎ]{2,}$/.test(word)) return (await import("./widen.js")).byInitials(found, word);
  await shelf.load(keysOf(word));
  const terms = literal(word, shelf);
  return found.add(terms).scores.size < COMMON ? (await import("./widen.js")).widen(found, word, terms) : found;
}

async function together(second, shelf, first) {
  await shelf.load(keysOf(first + second));
  return new Match(shelf).add(sure(literal(first + second, shelf)));
}

async function slots(name, shelf) {
  await shelf.load([exactly(name)]);
  return new Map(shelf.postings(name).map(([slot]) => [slot, 1]));
}

function rank(matches, pairs, filters, documents) {
  const raise = (map, slot, by) => map.set(slot, (map.get(slot) ?? 0) + by);
  let [scores, counts] = [new Map(), new Map()];
  for (const found of matches) {
    const rarity = Math.max(1, Math.clz32(found.scores.size) - Math.clz32(documents) + 1);
    for (const [slot, score] of found.scores) {
      raise(scores, slot, score * rarity);
      raise(counts, slot, 1);
    }
  }
  for (const found of pairs) {
    for (const [slot, score] of found.scores) if (scores.has(slot)) raise(scores, slot, score * TOGETHER);
  }
  if (!matches.length && filters.length) scores = counts = filters[0];
  const most = Math.max(...counts.values());
  return [...scores]
    .filter(([slot]) => counts.get(slot) === most && filters.every((each) => each.has(slot)))
    .sort(([slot, score], [other, than]) => than - score || other - slot);
}

/* Of words that begin with each other only the first, the most certain: no ending is marked. */
function apart(words) {
  const alike = (one, other) => one === other || (one[1] && other[1] && (one.startsWith(other) || other.startsWith(one)));
  return words.reduce((kept, word) => (kept.some((one) => alike(one, word)) ? kept : [...kept, word]), []);
}

async function titled(ranked, index, root) {
  const files = new Set(ranked.map(([slot]) => titlesFile(root, slot)));
  const rows = (await Promise.all([...files].map(index.titles))).flat();
  return ranked.flatMap(([slot]) => rows.filter((row) => row[0] === slot));
}

/** The documents that a text asks for, with the titles of the first ones. */
export async function search(index, text, limit) {
  const found = await answer(index, text, limit);
  return index.isOutdated() ? answer(index, text, limit) : found;
}

async function answer(index, text, limit) {
  const [words, filters] = read(text);
  const root = await index.root();
  if (root.documents < SMALL) import("./widen.js").catch(() => {});
  const all = (list, find) => Promise.all(list.map((word, at) => find(word, shelfOf(index, root), words[at])));
  const [matches, pairs, allowed] = await Promise.all([all(words, match), all(words.slice(1), together), all(filters, slots)]);
  const ranked = rank(matches, pairs, allowed, root.documents);
  return {
    rows: await titled(ranked.slice(0, limit), index, root),
    total: ranked.length,
    words: apart(matches.flatMap((found) => found.words)),
    widened: words.map((word, at) => [word, matches[at].used]).filter(([, used]) => used),
    filters,
  };
}
