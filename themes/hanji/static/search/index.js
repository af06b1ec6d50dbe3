/* The files of an index, and the terms in them: `search/shelf.py`, with requests. */

import { order } from "./jamo.js";

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZpqrstuvwxyz!#$%&()*+,-./:;<=>?@[]^_{}~";
const MOST = 3; /* shards of a segment that are read for one key */
const SHARD = /^([^\t\n]+\t[^\t\n]+\n)*$/; /* which the page of a network that wants a login is not */

/** The index in a folder, an address that ends with a slash. Each file is requested once, the root at once. */
export function open(folder) {
  const files = new Map();
  let isMissing = false; /* a file that the root names */
  let checked; /* a root that was read again and had not changed */

  function file(path, parse) {
    if (!files.has(path)) {
      const content = request(folder + path).then((text) => {
        isMissing ||= !text;
        return parse(text);
      });
      content.catch(() => files.delete(path)); /* the next query tries again */
      files.set(path, content);
    }
    return files.get(path);
  }

  const index = {
    root: () => file("index.json", asRoot),
    shard: (root, segment, number) =>
      file(`${root.slots}/${root.segments[segment].join("-")}/${number.toString(16)}.txt`, asShard),
    titles: (root, chunk) => file(`${root.slots}/titles/${chunk.toString(16)}.json`, (text) => JSON.parse(text || "[]")),

    /** Whether the site is newer than the root, which a browser keeps for minutes; if so, all is read anew. */
    async isOutdated() {
      const { text } = await index.root();
      if (!isMissing || text === checked) return false;
      checked = await read(`${folder}index.json`, "reload").catch(() => text);
      if (text === checked) return false;
      files.clear();
      isMissing = false;
      return true;
    },
  };
  index.root();
  return index;
}

/* The text of a file, "" if it does not exist: in a new site, not yet. */
function request(address) {
  return read(address, "default").catch(() => read(address, "reload"));
}

async function read(address, cache) {
  const response = await fetch(address, { cache });
  if (response.ok) return response.text();
  if (response.status === 404) return "";
  throw new Error(response.status);
}

/* Of each boundary, the text has how much of the one before it begins with, as a digit, and the rest. */
function asRoot(text) {
  const root = JSON.parse(text || '{"version":1,"segments":[],"boundaries":""}');
  if (root.version !== 1) throw new Error("version");
  let last = "";
  const boundaries = root.boundaries.split(" ").map((entry) => (last = last.slice(0, parseInt(entry[0], 36)) + entry.slice(1)));
  return { ...root, boundaries, text };
}

function asShard(text) {
  if (!SHARD.test(text)) throw new Error("shard");
  return text;
}

/** The shards that a query has asked for. A key is the beginning of terms in the order of the index. */
export class Shelf {
  #texts = {};

  constructor(index, root) {
    Object.assign(this, { index, root });
  }

  /** Read the shards that have terms beginning with one of the keys. */
  async load(keys) {
    await Promise.all(keys.flatMap((key) => places(this.root, key)).map(async (place) => {
      this.#texts[place] = await this.index.shard(this.root, ...place);
    }));
  }

  /** The terms that begin with a key, of the shards that were read, each with its postings in each segment. */
  starting(key) {
    const found = new Map();
    for (const place of places(this.root, key)) {
      for (const line of lines(this.#texts[place] ?? "", key)) {
        const [term, text] = line.split("\t");
        found.set(term, [...found.get(term) ?? [], text]);
      }
    }
    return found;
  }

  postings(term) {
    return decoded(this.starting(order(term)).get(term) ?? []);
  }
}

/* Segments and numbers of the shards for a key. */
function places({ boundaries, segments }, key) {
  return segments.flatMap(([, shards], segment) => {
    const step = (boundaries.length + 1) / shards;
    const shardOf = (end) => halved(shards - 1, (at) => boundaries[(at + 1) * step - 1] <= end);
    const first = shardOf(key);
    const count = Math.min(MOST, shardOf(`${key}\uffff`) - first + 1);
    return Array.from({ length: count }, (_, at) => [segment, first + at]);
  });
}

/* The lines of a shard whose terms begin with a key. */
function lines(text, key) {
  const keyAt = (at) => {
    const start = text.lastIndexOf("\n", at - 1) + 1;
    return order(text.slice(start, text.indexOf("\t", start)));
  };
  const start = halved(text.length, (at) => keyAt(at) < key);
  let end = start;
  while (end < text.length && keyAt(end).startsWith(key)) end = text.indexOf("\n", end) + 1;
  return text.slice(start, end).split("\n").slice(0, -1);
}

/* The first number for which a test fails that holds for all before it, at most *count*. */
function halved(count, isBefore) {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Slots and impacts: of each posting, a letter for the impact, a = 1, and the gap to the slot before in base 74. */
export function decoded(texts) {
  return texts.flatMap((text) => {
    let slot = -1;
    return Array.from(text.matchAll(/([a-o])([^a-o]*)/g), ([, letter, digits]) => {
      slot += 1 + [...digits].reduce((gap, digit) => gap * 74 + DIGITS.indexOf(digit), 0);
      return [slot, letter.charCodeAt() - 96];
    });
  });
}
