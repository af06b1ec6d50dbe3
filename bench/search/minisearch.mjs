// Index texts with MiniSearch and answer queries: one JSON document on the input, one on the output.
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const { module, texts, queries, deep, index } = JSON.parse(readFileSync(0, "utf8"));
const { default: MiniSearch } = await import(module);
const engine = new MiniSearch({ fields: ["title", "headings", "body"], storeFields: ["title", "address"] });
engine.addAll(texts);
const options = { prefix: true, fuzzy: 0.2, boost: { title: 3, headings: 2 } };
const found = queries.map((query) => engine.search(query, options).slice(0, deep).map((each) => each.address));
const text = JSON.stringify(engine);
writeFileSync(index, text);
process.stdout.write(JSON.stringify({ found, packed: gzipSync(text).length, code: gzipSync(readFileSync(module)).length }));
