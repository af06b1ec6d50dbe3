/* The files of an index, each requested once, and the terms in them: `search/shelf.py`. */

import { order } from "./jamo.js";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~";
const SHARDS = 2;

/** The index in a folder, an address that ends with a slash. The root is requested at once. */
export function open(folder) {
  const files = new Map();
  let isMissing = false;
  let cache = "default";

  function file(path, parse) {
    if (!files.has(path)) {
      const content = read(folder + path, cache).catch(() => read(folder + path, "reload")).then((text) => {
        isMissing ||= text === undefined;
        return parse(text || "");
      });
      content.catch(() => files.delete(path)); /* the next query tries again */
      files.set(path, content);
    }
    return files.get(path);
  }

  const index = {
    root: () => file("index.json", asRoot),
    shard: (path) => file(path, (text) => `\n${text}`),
    titles: (path) => file(path, (text) => JSON.parse(text || "[]")),

    /** Whether a file is missing because the root is older than the site; then all is read anew, once. */
    isOutdated() {
      if (!isMissing || cache === "reload") return false;
      cache = "reload";
      files.clear();
      return true;
    },
  };
  index.root();
  return index;
}

/* The text of a file, undefined if it does not exist: in a new site, not yet. */
async function read(address, cache) {
  const response = await fetch(address, { cache });
  if (response.ok) return response.text();
  if (response.status !== 404) throw new Error(response.status);
}

/* Of each boundary, the text has how much of the one before it begins with, as a digit, and the rest. */
function asRoot(text) {
  const root = JSON.parse(text || '{"segments":[],"boundaries":""}');
  let last = "";
  const all = root.boundaries.split(" ").map((entry) => (last = last.slice(0, parseInt(entry[0], 36)) + entry.slice(1)));
  const segments = root.segments.map(([name, shards]) => ({
    folder: `${root.slots}/${name}-${shards}`,
    boundaries: all.filter((_, at) => (at + 1) * shards % (all.length + 1) === 0),
  }));
  return { ...root, segments };
}

export const titlesFile = (root, slot) => `${root.slots}/titles/${(slot >> root.chunk).toString(16)}.json`;

/** The shards that a query has read. */
export class Shelf {
  #texts = new Map();

  constructor(index, root) {
    Object.assign(this, { index, root });
  }

  /** Read the shards that have terms beginning with one of the keys. */
  async load(keys) {
    const paths = keys.flatMap((key) => this.#paths(key));
    await Promise.all(paths.map(async (path) => this.#texts.set(path, await this.index.shard(path))));
  }

  /** The terms that begin with a key, each with its postings in each segment. */
  starting(key) {
    const found = new Map();
    for (const text of this.#read(key)) {
      const start = first(text.length, (at) => order(termAt(text, at)) < key);
      for (const line of text.slice(start + 1).split("\n")) {
        const [term, postings] = line.split("\t");
        if (!order(term).startsWith(key)) break;
        found.set(term, [...found.get(term) ?? [], postings]);
      }
    }
    return found;
  }

  /** The slots and impacts of a term. */
  postings(term) {
    return decoded(this.#read(order(term)).map((text) => text.split(`\n${term}\t`, 2)[1]?.split("\n", 1)[0] ?? ""));
  }

  #paths(key) {
    return this.root.segments.flatMap(({ folder, boundaries }) => {
      const [from, to] = [key, `${key}\uffff`].map((end) => first(boundaries.length, (at) => boundaries[at] <= end));
      return Array.from({ length: Math.min(SHARDS, to - from + 1) }, (_, at) => `${folder}/${(from + at).toString(16)}.txt`);
    });
  }

  #read(key) {
    return this.#paths(key).map((path) => this.#texts.get(path) ?? "");
  }
}

/* The term of the line at a place, or after the line feed there. */
function termAt(text, at) {
  const start = text.lastIndexOf("\n", at) + 1;
  return text.slice(start, text.indexOf("\t", start));
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

/** A posting is a letter for the impact, a = 1, and the gap to the slot before in base 74. */
export function decoded(texts) {
  return texts.flatMap((text) => {
    let slot = -1;
    return Array.from(text.matchAll(/([a-o])([^a-o]*)/g), ([, letter, digits]) => {
      slot += 1 + [...digits].reduce((gap, digit) => gap * 74 + DIGITS.indexOf(digit), 0);
      return [slot, letter.charCodeAt() - 96];
    });
  });
}
