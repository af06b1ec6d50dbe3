// Pairing of children: unchanged nodes are kept, and none is lost, duplicated or moved.

import assert from "node:assert/strict";
import test from "node:test";

import { align } from "../../../src/byeoru/serve/client/align.js";

// The part of a node that align reads: `p:a` is a paragraph with the text a.
function node(written) {
  const [name, text = ""] = written.split(":");
  return {
    nodeType: 1,
    nodeName: name.toUpperCase(),
    outerHTML: `<${name}>${text}</${name}>`,
    getAttribute: () => null,
    isEqualNode: (other) => other.outerHTML === `<${name}>${text}</${name}>`,
  };
}

function rows(olds, news) {
  const written = (one) => one && `${one.nodeName.toLowerCase()}${one.outerHTML.replace(/<.*?>/g, ":").slice(0, -1)}`;
  return align(olds.map(node), news.map(node)).map((row) => row.map(written));
}

test("equal lists are paired one by one", () => {
  assert.deepEqual(rows(["p:a", "p:b"], ["p:a", "p:b"]), [["p:a", "p:a"], ["p:b", "p:b"]]);
});

test("nodes inserted before, between and after others do not change those", () => {
  assert.deepEqual(rows(["p:a", "p:b"], ["h1:0", "p:a", "ul:1", "p:b", "ul:2"]), [
    [undefined, "h1:0"], ["p:a", "p:a"], [undefined, "ul:1"], ["p:b", "p:b"], [undefined, "ul:2"],
  ]);
});

test("a node with another text is kept, one of another kind is replaced", () => {
  assert.deepEqual(rows(["p:a", "details:b", "p:c"], ["p:a", "details:x", "p:c"])[1], ["details:b", "details:x"]);
  assert.deepEqual(rows(["p:a", "ul:b"], ["p:a", "ol:b"]), [["p:a", "p:a"], [undefined, "ol:b"], ["ul:b", undefined]]);
});

// A seeded random generator: the same lists on every machine.
function* lists(count) {
  let state = 1;
  const below = (limit) => (state = (state * 48271) % 2147483647) % limit;
  const list = () => Array.from({ length: below(9) }, () => `${["p", "ul", "h2"][below(3)]}:${"abcd"[below(4)]}`);
  for (let i = 0; i < count; i++) yield [list(), list()];
}

// The length of the longest common subsequence, by its definition.
function longest(olds, news) {
  if (!olds.length || !news.length) return 0;
  if (olds[0] === news[0]) return 1 + longest(olds.slice(1), news.slice(1));
  return Math.max(longest(olds.slice(1), news), longest(olds, news.slice(1)));
}

test("each old and each new node is in one row, in order, and as many equal nodes as possible are paired", () => {
  for (const [olds, news] of lists(300)) {
    const found = rows(olds, news);
    assert.deepEqual(found.map(([old]) => old).filter(Boolean), olds);
    assert.deepEqual(found.map(([, next]) => next).filter(Boolean), news);
    assert.ok(found.every(([old, next]) => !old || !next || old.split(":")[0] === next.split(":")[0]), "of one kind");
    assert.ok(found.filter(([old, next]) => old === next).length >= longest(olds, news) || olds.length * news.length === 1);
  }
});

test("lists that are too long for comparison are paired by kind", () => {
  const olds = Array.from({ length: 600 }, (_, at) => `p:${at}`), news = olds.map((one) => `${one}!`);
  assert.deepEqual(rows(olds, news), olds.map((one, at) => [one, news[at]]));
});
