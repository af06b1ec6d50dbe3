// Upload pictures that are pasted into a page or dropped on it; they are stored next to its source.

import { make } from "./styles.js";
import words from "./words.js";

const DURATION = 6000; // milliseconds that a message is shown

export function acceptPictures(root, prefix, page) {
  const status = make("section", "", { role: "status", hidden: "" });
  root.append(status);
  let timer;

  function show(text, markdown = "") {
    clearTimeout(timer);
    status.replaceChildren(make("span", text));
    status.hidden = false;
    if (markdown) {
      const button = make("button", words.copy, { type: "button" });
      button.onclick = () => copy(markdown);
      status.append(make("code", markdown), button);
    } else timer = setTimeout(() => { status.hidden = true; }, DURATION);
  }

  async function upload(files) {
    const lines = [], messages = [];
    show(words.storing);
    for (const file of files) {
      const address = `${prefix}pictures?path=${encodeURIComponent(page.path)}&name=${encodeURIComponent(file.name)}`;
      const result = await fetch(address, { method: "POST", body: file, headers: { "X-Byeoru-Token": page.token } })
        .then((response) => response.json()).catch(() => ({ message: words.failed }));
      if (result.markdown) lines.push(result.markdown);
      messages.push(result.message);
    }
    const text = messages.join(" · "), markdown = lines.join("\n");
    if (!markdown) return show(text);
    if (await copy(markdown)) show(`${text} · ${words.copied}`);
    else show(text, markdown);
  }

  addEventListener("paste", (event) => {
    const files = pictures(event.clipboardData);
    if (!files.length || isField(event.composedPath()[0])) return;
    event.preventDefault();
    upload(files);
  });
  addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault(); // otherwise the browser opens the picture instead of the page
    const files = pictures(event.dataTransfer);
    if (files.length) upload(files);
  });
}

function pictures(transfer) {
  return [...(transfer?.files || [])].filter((file) => file.type.startsWith("image/"));
}

function isField(target) {
  return target instanceof Element && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.nodeName) || target.isContentEditable);
}

async function copy(text) { // the clipboard needs https or localhost, and the focus
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
