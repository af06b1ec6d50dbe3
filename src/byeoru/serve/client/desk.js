// The author's desk: names of notes to write after `[[`, and the notes that nothing links to. Enter copies the link.

import { make } from "./styles.js";
import words from "./words.js";

export class Desk {
  constructor(root, prefix) {
    this.address = `${prefix}names`;
    this.dialog = make("dialog", "", { class: "names", "aria-label": words.desk });
    this.field = make("input", "", { type: "text", "aria-label": words.desk_name, placeholder: "[[", autocomplete: "off", spellcheck: "false",
      role: "combobox", "aria-controls": "names", "aria-expanded": "true", "aria-autocomplete": "list" });
    this.list = make("ul", "", { id: "names", role: "listbox", "aria-label": words.desk });
    this.note = make("p", words.desk_help, { role: "status" });
    this.dialog.append(this.field, this.note, this.list);
    root.append(this.dialog);
    this.field.oninput = () => this.ask();
    this.field.onkeydown = (event) => this.press(event);
    this.dialog.onclick = (event) => event.target === this.dialog && this.dialog.close();
  }

  open() {
    this.field.value = "";
    this.dialog.showModal();
    this.field.focus();
    this.ask();
  }

  async ask() {
    const typed = this.field.value;
    this.isWaiting = true;
    const response = await fetch(`${this.address}?q=${encodeURIComponent(typed)}`, { cache: "no-store" }).catch(() => {});
    const answer = response?.ok && await response.json().catch(() => {});
    if (!answer || typed !== this.field.value) return; // an answer to what was typed before
    const { names, orphans } = answer;
    this.rows = names.length ? names : orphans;
    this.note.textContent = names.length ? words.desk_help : typed.replace("[[", "").trim() ? words.desk_none : orphans.length ? words.desk_orphans : words.desk_help;
    this.list.replaceChildren(...this.rows.map((row, at) => this.line(row, at)));
    this.choose(names.length ? 0 : -1);
    this.isWaiting = false;
    if (this.isTaken && names.length) this.take(names[0]);
    this.isTaken = false;
  }

  line(row, at) {
    const line = make("li", "", { role: "option", id: `name-${at}` });
    line.append(make("span", row.title), make("small", row.path));
    line.onclick = () => this.take(row);
    return line;
  }

  choose(at) {
    this.at = at;
    [...this.list.children].forEach((line, place) => line.setAttribute("aria-selected", String(place === at)));
    if (at < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `name-${at}`);
    this.list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    if (event.isComposing) return; // Enter ends a Hangul syllable
    if (event.key === "Enter" && this.isWaiting) this.isTaken = true; // the answer is on its way
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && this.rows?.length) this.choose((this.at + step + this.rows.length) % this.rows.length);
    else if (event.key === "Enter" && !this.isWaiting && this.rows?.[this.at]) this.take(this.rows[this.at]);
    else return;
    event.preventDefault();
  }

  async take(row) {
    const link = `[[${row.written}]]`;
    const isCopied = await navigator.clipboard.writeText(link).then(() => true, () => false); // it needs https or localhost
    this.field.value = link;
    this.field.select();
    this.note.textContent = isCopied ? words.desk_copied : words.desk_copy;
  }
}
