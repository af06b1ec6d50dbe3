// The files of the index as a browser gets them: once each, again after a failure, anew after a deployment.

import assert from "node:assert/strict";
import { test } from "node:test";

import { decoded, open, shelfOf } from "../../../themes/hanji/static/search/engine.js";

const ROOT = { version: 1, documents: 40, slots: 7, chunk: 3, segments: [["p0-32", 4], ["p32", 2]], boundaries: "0ㄱㅏ 0ㄴ 0ㅋㅡ" };
const FOLDER = "/search/ko/";

// Serve *files*, by path below the folder: a text, a status, or an Error for a network that fails; return the requests.
function serve(files) {
  const requests = [];
  globalThis.fetch = async (address, { cache }) => {
    const path = address.replace(FOLDER, "");
    requests.push(cache === "default" ? path : `${path} ${cache}`);
    const file = files[path] ?? 404;
    if (file instanceof Error) throw file;
    return { ok: typeof file === "string", status: file, text: async () => file };
  };
  return requests;
}

function opened(files) {
  const all = { "index.json": JSON.stringify(ROOT), ...files };
  return { files: all, requests: serve(all), index: open(FOLDER) };
}

test("the root is requested at once, and each file once", async () => {
  const { requests, index } = opened({ "7/titles/a.json": '[[80,"/a/","A","","notes",""]]' });
  const root = await index.root();
  await Promise.all([index.titles("7/titles/a.json"), index.titles("7/titles/a.json")]);
  const [row] = await index.titles("7/titles/a.json");

  assert.deepEqual(root.segments.map((segment) => segment.boundaries), [["ㄱㅏ", "ㄴ", "ㅋㅡ"], ["ㄴ"]]);
  assert.deepEqual(row, [80, "/a/", "A", "", "notes", ""]);
  assert.deepEqual(requests, ["index.json", "7/titles/a.json"]);
});

test("a key is looked up in the shards of each segment that may have terms which begin so", async () => {
  const { requests, index } = opened({ "7/p0-32-4/3.txt": "클론\tb1\n클론=clone\ta\n클로저\ta\n", "7/p32-2/1.txt": "클로저\tc\n" });
  const shelf = shelfOf(index, await index.root());
  await shelf.load(["ㅋㅡㄹ"]);

  assert.deepEqual([...shelf.starting("ㅋㅡㄹㄹㅗ").keys()], ["클론", "클론=clone", "클로저"]);
  assert.deepEqual(shelf.starting("ㅋㅡㄹㄹㅗㅈㅓ").get("클로저"), ["a", "c"]);
  assert.deepEqual(shelf.postings("클론"), [[1, 2]]);
  assert.deepEqual(shelf.postings("없는"), []);
  assert.deepEqual(requests, ["index.json", "7/p0-32-4/3.txt", "7/p32-2/1.txt"]);
});

test("postings are letters and gaps in base 74", () => {
  assert.deepEqual(decoded(["b10a", "o~"]), [[74, 2], [75, 1], [73, 15]]);
});

test("a file that does not exist is empty, and so is a site without an index", async () => {
  const { index } = opened({});
  assert.equal((await index.shard("7/p0-32-4/0.txt")).has("클로저"), false);
  assert.deepEqual(await index.titles("7/titles/0.json"), []);

  assert.deepEqual((await opened({ "index.json": 404 }).index.root()).segments, []);
});

test("a failure is tried once more past the cache, then said, and not kept", async () => {
  const { files, requests, index } = opened({ "a.txt": new TypeError("offline"), "b.txt": 500 });
  await assert.rejects(index.shard("a.txt"));
  await assert.rejects(index.shard("b.txt"));
  files["a.txt"] = "클로저\ta\n";

  assert.equal((await index.shard("a.txt")).get("클로저"), "a");
  assert.deepEqual(requests.slice(1), ["a.txt", "a.txt reload", "b.txt", "b.txt reload", "a.txt"]);
});

test("an answer that is no shard has no terms, and one that is no root is a failure", async () => {
  const { files, index } = opened({ "7/p0-32-4/3.txt": "<html>\n\tlog in</html>", "7/p32-2/1.txt": "log in" });
  const shelf = shelfOf(index, await index.root());
  await shelf.load(["ㅋㅡㄹ"]);
  files["index.json"] = "<html>";

  assert.deepEqual([...shelf.starting("ㅋㅡㄹ").keys()], []);
  assert.deepEqual(shelf.postings("클로저"), []);
  await assert.rejects(open(FOLDER).root());
});

test("after a missing file, all is read anew, once", async () => {
  const { files, requests, index } = opened({});
  await index.root();
  assert.equal(index.isOutdated(), false);
  await index.shard("7/p0-32-4/0.txt");
  files["index.json"] = JSON.stringify({ ...ROOT, slots: 8 });

  assert.equal(index.isOutdated(), true);
  assert.equal((await index.root()).slots, 8);
  await index.shard("8/p0-32-4/0.txt");
  assert.equal(index.isOutdated(), false);
  assert.deepEqual(requests.slice(1), ["7/p0-32-4/0.txt", "index.json reload", "8/p0-32-4/0.txt reload"]);
});
