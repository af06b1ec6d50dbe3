// The places on the map: no two pages or discs overlap, each is in its folder, and another page moves hardly any.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pagesOf, placed } from "../../../themes/hanji/static/graph/layout.js";

function random(seed) {
  let state = seed;
  return (limit) => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) % limit;
}

function rows(count, folders, seed = 1) {
  const next = random(seed);
  const names = Array.from({ length: folders }, (_, i) => (i % 3 ? `f${i % 7}/g${i}` : `f${i}`));
  const slots = new Set();
  while (slots.size < count) slots.add(next(4 * count));
  const all = [...slots];
  return all.map((slot) => [["", ...names][next(folders + 1)], "/", [[slot, `n${slot}`, linked(all[next(count)], all[next(count)])]]]);
}

/* Slots as links are written, in three digits. */
function linked(...slots) {
  return slots.map((slot) => slot.toString(32).padStart(3, "0")).join("");
}

function distance(a, b) {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

for (const [count, folders] of [[1, 0], [2, 1], [7, 2], [60, 9], [900, 40], [3000, 150]]) {
  test(`${count} pages in ${folders} folders have room`, () => {
    const pages = pagesOf([[3, ...rows(count, folders)]], "");
    const { discs, radius } = placed(pages);

    assert.equal(pages.length, count);
    for (const [i, page] of pages.entries()) {
      assert.ok(Math.hypot(page.x, page.y) <= radius);
      for (const other of pages.slice(i + 1)) assert.ok(distance(page, other) > 8, `${page.slot} is on ${other.slot}`);
    }
    for (const [i, disc] of discs.entries()) {
      for (const other of discs.slice(i + 1)) {
        const apart = distance(disc, other) >= disc.r + other.r;
        const within = distance(disc, other) + Math.min(disc.r, other.r) <= Math.max(disc.r, other.r) + 1e-6;
        assert.ok(apart || within, `${disc.name} and ${other.name} overlap`);
      }
    }
  });
}

test("a page is in the disc of its folder, and in no other of the same depth", () => {
  const pages = pagesOf([[3, ...rows(300, 12)]], "");
  const { discs } = placed(pages);

  for (const page of pages.filter(({ folder }) => folder)) {
    const names = page.folder.split("/");
    const around = discs.filter((disc) => distance(disc, page) < disc.r).sort((a, b) => a.depth - b.depth);
    assert.deepEqual(around.map(({ name }) => name), names);
  }
});

test("the same pages have the same places, in whatever order their parts come", () => {
  const parts = rows(200, 5).map((row) => [3, row]);
  const [one, other] = [parts, [...parts].reverse()].map((all) => {
    const pages = pagesOf(all, "");
    placed(pages);
    return pages.map(({ slot, x, y }) => [slot, x, y]);
  });

  assert.deepEqual(one, other);
});

test("one more page moves hardly any other", () => {
  const before = rows(399, 4);
  const after = [...before, ["f1/g1", "/", [[1601, "new", ""]]]];
  const [old, now] = [before, after].map((all) => {
    const pages = pagesOf([[3, ...all]], "");
    placed(pages);
    return new Map(pages.map((page) => [page.slot, page]));
  });

  const moved = [...old.values()].filter((page) => distance(page, now.get(page.slot)) > 1e-6);
  assert.ok(moved.length <= 4, `${moved.length} have moved`);
});

test("addresses and links are read as they are written", () => {
  const part = [3, ["js", "/notes/", [[4, "Three Laws", "007009"], [3, "클로저", "004", "다른 이름/"]]]];
  const [laws, closure] = pagesOf([part], "/blog");

  assert.equal(laws.url, "/blog/notes/three-laws/");
  assert.equal(closure.url, `/blog/notes/${encodeURIComponent("다른 이름")}/`);
  assert.deepEqual([laws.to, laws.from], [[closure], [closure]]);
});
