/* The page of the search has its query in its address: what is being typed replaces itself, what was searched stays behind. */

const REST = 300; /* milliseconds after the last key */

const form = document.querySelector(".search-form");
const input = form.elements.q;
const list = document.querySelector("[role=listbox]");
let rest;

function write() {
  const query = input.value.trim();
  const there = query && `?q=${encodeURIComponent(query)}`;
  if (there === location.search) return;
  const isNew = location.search && !history.state;
  history[isNew ? "pushState" : "replaceState"]("typing", "", location.pathname + there);
}

function commit() {
  write();
  history.replaceState(null, "");
}

function read() {
  input.value = new URLSearchParams(location.search).get("q") || "";
  input.dispatchEvent(new Event("input"));
}

input.addEventListener("input", () => {
  clearTimeout(rest);
  rest = setTimeout(write, REST);
});

/* Enter keeps the query; it opens only what the arrows have reached. */
form.addEventListener("submit", (event) => {
  commit();
  event.preventDefault();
  if (!list.querySelector("[aria-selected]")) event.stopImmediatePropagation();
}, { capture: true });

list.addEventListener("click", commit, { capture: true });
addEventListener("popstate", read);
read();
