// Addresses: to which file of the preview they belong, and how they are replaced.

import assert from "node:assert/strict";
import test from "node:test";

import { candidates, isPage, isStillAt, pathIn, replaceInSrcset, replaceInStyle } from "../../../src/byeoru/serve/client/addresses.js";

const HERE = "http://localhost:8000/notes/posts/a/?q#x";

test("an address of the site becomes a path in its folder, decoded and in NFC", () => {
  assert.equal(pathIn("/notes", "../%ED%95%9C.css", HERE), "posts/한.css");
  assert.equal(pathIn("/notes", "/notes/가.png".normalize("NFD"), HERE), "가.png".normalize("NFC"));
  assert.equal(pathIn("/notes", "", HERE), "posts/a/");
  assert.equal(pathIn("", "/a.js?v=1", HERE), "a.js");
});

test("an address of another site, outside of the base, or with invalid UTF-8 has no file", () => {
  for (const address of ["https://example.com/notes/a", "//cdn.example.com/notes/a", "/other/a", "/notes", "%E0%A4%A", "data:,x"])
    assert.equal(pathIn("/notes", address, HERE), null, address);
});

test("a page may be the file of its address, or an index", () => {
  assert.deepEqual(candidates("posts/a/"), ["posts/a/index.html"]);
  assert.deepEqual(candidates("about"), ["about", "about.html", "about/index.html"]);
  for (const path of ["", null]) assert.deepEqual(candidates(path), ["index.html"]);
});

test("a changed page is still at its address unless a file that is served before it has changed too", () => {
  assert.ok(isStillAt("about", "about.html", new Set(["about.html", "about/index.html"])));
  for (const changed of [["about", "about.html"], ["index.html"], []]) assert.ok(!isStillAt("about", "about.html", new Set(changed)));
});

test("pages and feeds are not resources of another page", () => {
  assert.deepEqual(["a.html", "b.HTM", "feed.xml", "c.css", "d.htmlx", "html"].filter(isPage), ["a.html", "b.HTM", "feed.xml"]);
});

const matches = (address) => address.endsWith("a.png");
const withVersion = (address) => `${address}?1`;

test("in a srcset matching addresses are replaced, and widths and spaces are kept", () => {
  assert.equal(replaceInSrcset("a.png 1x,  b.png 2x, /x/a.png 3x", matches, withVersion), "a.png?1 1x,  b.png 2x, /x/a.png?1 3x");
  assert.equal(replaceInSrcset("b.png", matches, withVersion), "b.png");
});

test("in a style every quoting of url() is found, and relative addresses are resolved from the stylesheet", () => {
  const from = "http://localhost/css/main.css";
  assert.equal(
    replaceInStyle("url(a.png), url('../a.png') 0 0, url(\"b.png\")", from, matches, withVersion),
    "url(\"http://localhost/css/a.png?1\"), url(\"http://localhost/a.png?1\") 0 0, url(\"b.png\")",
  );
});
