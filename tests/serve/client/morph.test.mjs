// The open page is updated to what the server sends, and keeps changes by readers and scripts. The DOM is that of the npm
// package happy-dom; tests/serve/test_morph.py tests the same in a browser.

import assert from "node:assert/strict";
import test from "node:test";

const MODULES = process.env.BYEORU_NODE_MODULES || new URL("../../../.ci/node_modules", import.meta.url).pathname;
const MORPH = new URL("../../../src/byeoru/serve/client/morph.js", import.meta.url);
const { Window } = await import(`${MODULES}/happy-dom/lib/index.js`);
const window = new Window({ url: "http://localhost/" });
globalThis.Node = window.Node;

function read(text) {
  return new window.DOMParser().parseFromString(`<!doctype html><html lang="ko">${text}</html>`, "text/html");
}

// Show a page, and return a new instance of the module for it, because the module keeps the state of one page.
let loaded = 0;
async function shown(head, body) {
  globalThis.document = read(`<head>${head}</head><body>${body}</body>`);
  return import(`${MORPH}?${loaded++}`);
}

function sent(text) {
  return read(`<head></head><body>${text}</body>`);
}

const keep = (link) => link;

test("an element that stays is the same node, with the changes by the reader", async () => {
  const { begin, morph } = await shown("", "<p>a</p><details><summary>s</summary>x</details><p>b</p>");
  begin(null);
  const fold = document.querySelector("details");
  fold.open = true;
  for (const next of ["<p>0</p><p>a</p><details><summary>s</summary>x</details><p>b</p>", "<details><summary>other</summary>y</details><h1>t</h1>"]) {
    assert.equal(morph(sent(next), keep), true);
    assert.equal(document.querySelector("details"), fold);
    assert.equal(fold.open, true);
  }
  assert.equal(fold.textContent, "othery");
});

test("an unchanged page is not modified", async () => {
  const { begin, morph } = await shown("", "<p>a</p>");
  begin(null);
  document.querySelector("p").textContent = "by a script";
  assert.equal(morph(sent("<p>a</p>"), keep), false);
  assert.equal(document.querySelector("p").textContent, "by a script");
});

test("a node that a script added stays next to what the server changed", async () => {
  const { begin, morph } = await shown("", "<div class=\"a\"><pre>1</pre></div>");
  begin(null);
  const block = document.querySelector("div");
  block.append(document.createElement("button"));
  block.dataset.seen = "1";
  morph(sent("<div class=\"b\"><pre>2</pre></div>"), keep);
  assert.equal(block.outerHTML, "<div class=\"b\" data-seen=\"1\"><pre>2</pre><button></button></div>");
});

test("changes by a script before the client was loaded are found by comparison with the response", async () => {
  const { begin, morph, setBase } = await shown("", "<p>a</p><nav>made</nav>");
  begin(null);
  setBase(sent("<p>a</p>"));
  morph(sent("<p>b</p>"), keep);
  assert.equal(document.body.innerHTML, "<p>b</p><nav>made</nav>");
});

test("a stylesheet with another address is replaced by the caller, and its other attributes are updated", async () => {
  const sheet = (href, media) => `<link rel="stylesheet" href="${href}" media="${media}">`;
  const { begin, morph } = await shown(sheet("/a.css", "all"), "");
  begin(null);
  const calls = [];
  const swap = (link, href) => {
    calls.push([link.getAttribute("href"), href]);
    const made = link.cloneNode();
    made.setAttribute("href", href);
    link.replaceWith(made);
    return made;
  };
  for (const next of [sheet("/b.css", "print"), sheet("/c.css", "print")]) morph(read(`<head>${next}</head><body></body>`), swap);
  assert.deepEqual(calls, [["/a.css", "/b.css"], ["/b.css", "/c.css"]]);
  assert.equal(document.head.innerHTML, sheet("/c.css", "print"));
});

test("a changed script needs a reload, and so does one in the text whose effects are unknown", async () => {
  const page = (script) => read(`<head>${script}</head><body><p>a</p></body>`);
  const inHead = await shown("<script src=\"/a.js\"></script>", "<p>a</p>");
  inHead.begin(null);
  assert.equal(inHead.needsReload(page("<script src=\"/a.js\"></script>")), false);
  assert.equal(inHead.needsReload(page("<script src=\"/b.js\"></script>")), true);

  const text = "<p>a</p><script>document.title</script>";
  const inText = await shown("", text);
  inText.begin(null);
  assert.equal(inText.needsReload(sent(text)), true);
  inText.setBase(sent(text));
  assert.equal(inText.needsReload(sent(text)), false);
});

// A seeded random generator: the same pages on every machine.
function* pages(count) {
  let state = 7;
  const below = (limit) => (state = (state * 48271) % 2147483647) % limit;
  const words = ["벼루", "먹", "<b>굵게</b>", "<code>x</code>", "<!-- note -->", ""];
  const block = (depth) => {
    if (!depth || below(2)) return `<p${["", " class=\"x\"", " id=\"one\""][below(3)]}>${words[below(6)]}</p>`;
    const name = ["div", "ul", "section"][below(3)];
    return `<${name}>${Array.from({ length: below(4) }, () => block(depth - 1)).join("")}</${name}>`;
  };
  for (let i = 0; i < count; i++) yield Array.from({ length: 3 }, () => Array.from({ length: below(6) }, () => block(3)).join(""));
}

test("any page can be updated to any other", async () => {
  for (const [first, ...others] of pages(80)) {
    const { begin, morph } = await shown("", first);
    begin(null);
    for (const next of others) {
      morph(sent(next), keep);
      assert.equal(document.body.innerHTML, sent(next).body.innerHTML);
    }
  }
});
