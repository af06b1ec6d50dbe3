// Pictures that are pasted or dropped on a page lie beside its text afterwards.

import { make } from "./styles.js";
import words from "./words.js";

const SEEN = 6000; // milliseconds

export function take(root, room, page) {
  const note = make("section", "", { role: "status", hidden: "" });
  root.append(note);
  let timer;

  function say(text, markdown = "") {
    clearTimeout(timer);
    note.replaceChildren(make("span", text));
    note.hidden = false;
    if (markdown) {
      const button = make("button", words.copy, { type: "button" });
      button.onclick = () => copy(markdown);
      note.append(make("code", markdown), button);
    } else timer = setTimeout(() => { note.hidden = true; }, SEEN);
  }

  async function store(files) {
    const lines = [], told = [];
    say(words.storing);
    for (const file of files) {
      const address = `${room}pictures?path=${encodeURIComponent(page.path)}&name=${encodeURIComponent(file.name)}`;
      const answer = await fetch(address, { method: "POST", body: file, headers: { "X-Byeoru-Token": page.token } })
        .then((one) => one.json()).catch(() => ({ message: words.failed }));
      if (answer.markdown) lines.push(answer.markdown);
      told.push(answer.message);
    }
    const text = told.join(" · "), markdown = lines.join("\n");
    if (!markdown) return say(text);
    if (await copy(markdown)) say(`${text} · ${words.copied}`);
    else say(text, markdown);
  }

  addEventListener("paste", (event) => {
    const files = pictures(event.clipboardData);
    if (!files.length || isField(event.composedPath()[0])) return;
    event.preventDefault();
    store(files);
  });
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault(); // else the browser leaves the page for the picture
    const files = pictures(event.dataTransfer);
    if (files.length) store(files);
  });
}

function pictures(transfer) {
  return [...(transfer?.files || [])].filter((file) => file.type.startsWith("image/"));
}

function isField(target) {
  return target instanceof Element && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName) || target.isContentEditable);
}

async function copy(text) { // only https and localhost have a clipboard, and only while the page has the focus
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
