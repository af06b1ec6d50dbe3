// Storage per tab or for all tabs; a browser may block it.

import assert from "node:assert/strict";
import test from "node:test";

import { store, recall } from "../../../src/byeoru/serve/client/storage.js";

class Store extends Map {
  getItem(name) {
    return this.get(name) ?? null;
  }

  setItem(name, value) {
    this.set(name, String(value));
  }
}

function define(name, descriptor) {
  Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });
}

test("the tab and all tabs have separate storages, and keys have a prefix", () => {
  define("sessionStorage", { value: new Store() });
  define("localStorage", { value: new Store() });
  store("bar", "folded", true);
  store("bar", "", false);
  assert.deepEqual([recall("bar", true), recall("bar"), recall("none")], ["folded", "", null]);
  assert.deepEqual([...globalThis.localStorage.keys()], ["byeoru-bar"]);
});

test("if the browser blocks the storage, nothing is stored and nothing fails", () => {
  for (const name of ["sessionStorage", "localStorage"]) define(name, { get() { throw new Error("SecurityError"); } });
  store("bar", "folded", true);
  assert.equal(recall("bar", true), null);
});
