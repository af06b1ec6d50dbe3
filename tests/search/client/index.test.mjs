// The files of the index as a browser gets them: once each, again after a failure, anew after a deployment.

import assert from "node:assert/strict";
import { test } from "node:test";

import { open } from "../../../themes/hanji/static/search/index.js";

const ROOT = { version: 1, documents: 40, slots: 7, chunk: 3, segments: [["p0-32", 16], ["p32", 8]], boundaries: "0ㄱㅏ 1ㅓ 2ㄴ" };
const SHARD = "클로저\tb1\n";

// Serve *files*, by path below /search/ko/: a text, or an Error for a network that fails; return what was requested.
function serve(files) {
  const requests = [];
  globalThis.fetch = async (address, { cache }) => {
    const path = address.replace("/search/ko/", "");
    requests.push(cache === "default" ? path : `${path} ${cache}`);
    const file = files[path];
    if (file instanceof Error) throw file;
    return { ok: file !== undefined && file !== 500, status: file === 500 ? 500 : 404, text: async () => file };
  };
  return requests;
}

function opened(files) {
  const all = { "index.json": JSON.stringify(ROOT), ...files };
  return { files: all, requests: serve(all), reader: open("/search/ko/") };
}

test("the root is requested at once, and each file once", async () => {
  const { requests, reader } = opened({ "7/p32-8/2.txt": SHARD, "7/titles/a.json": '[[80,"/a/","A","","notes",""]]' });
  const root = await reader.root();
  const texts = await Promise.all([reader.shard(root, 1, 2), reader.shard(root, 1, 2)]);
  const rows = [await reader.titles(root, 10), await reader.titles(root, 10)];

  assert.deepEqual(root.boundaries, ["ㄱㅏ", "ㄱㅓ", "ㄱㅓㄴ"]);
  assert.deepEqual(texts, [SHARD, SHARD]);
  assert.deepEqual(rows[0], [[80, "/a/", "A", "", "notes", ""]]);
  assert.deepEqual(requests, ["index.json", "7/p32-8/2.txt", "7/titles/a.json"]);
});

test("a file that does not exist is empty", async () => {
  const { reader } = opened({});
  const root = await reader.root();

  assert.equal(await reader.shard(root, 0, 15), "");
  assert.deepEqual(await reader.titles(root, 0), []);
});

test("a site without an index has no results", async () => {
  const { reader } = opened({ "index.json": undefined });

  assert.deepEqual((await reader.root()).segments, []);
});

test("a failure is tried once more past the cache, then said, and not kept", async () => {
  const { files, requests, reader } = opened({ "7/p0-32-16/0.txt": new TypeError("offline") });
  const root = await reader.root();
  await assert.rejects(reader.shard(root, 0, 0));
  files["7/p0-32-16/0.txt"] = SHARD;

  assert.equal(await reader.shard(root, 0, 0), SHARD);
  assert.deepEqual(requests.slice(1), ["7/p0-32-16/0.txt", "7/p0-32-16/0.txt reload", "7/p0-32-16/0.txt"]);
});

test("an answer that is no shard, an error of the server, and a root of another version are failures", async () => {
  const { files, reader } = opened({ "7/p0-32-16/0.txt": "<html>\n\tlog in</html>", "7/p0-32-16/1.txt": 500 });
  const root = await reader.root();
  files["index.json"] = '{"version": 2}';

  await assert.rejects(reader.shard(root, 0, 0));
  await assert.rejects(reader.shard(root, 0, 1));
  await assert.rejects(open("/search/ko/").root());
});

test("a missing file shows that the root may be old; only a new root makes all files be read anew", async () => {
  const { files, requests, reader } = opened({});
  assert.equal(await reader.isOutdated(), false);
  await reader.shard(await reader.root(), 0, 0);
  assert.equal(await reader.isOutdated(), false);
  assert.equal(await reader.isOutdated(), false);
  assert.deepEqual(requests, ["index.json", "7/p0-32-16/0.txt", "index.json reload"]);

  const other = opened({});
  await other.reader.shard(await other.reader.root(), 0, 0);
  other.files["index.json"] = JSON.stringify({ ...ROOT, slots: 8 });

  assert.equal(await other.reader.isOutdated(), true);
  assert.equal((await other.reader.root()).slots, 8);
  assert.equal(await other.reader.isOutdated(), false);
  assert.ok(files);
});
