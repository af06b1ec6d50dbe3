// A dialog with the problems of the last build. It opens by itself while the build is broken, and on request otherwise.

import { make } from "./styles.js";
import words from "./words.js";

export class Overlay {
  constructor(root, prefix) {
    this.address = `${prefix}problems`;
    this.dialog = make("dialog", "", { "aria-labelledby": "title" });
    root.append(this.dialog);
    this.isAutomatic = false; // opened because of a broken build, and closed when it is fixed
    this.closed = 0; // the build whose problems the author has closed
    this.dialog.addEventListener("close", () => {
      if (this.message?.broken) this.closed = this.message.build;
    });
  }

  // Process the message about a build.
  receive(message) {
    const isNew = this.message?.run !== message.run || this.message.build !== message.build;
    if (this.message?.run !== message.run) this.closed = 0;
    this.message = message;
    if (message.broken) {
      if (isNew && message.build > this.closed) this.show(true);
    } else if (this.dialog.open) {
      if (this.isAutomatic) this.dialog.close();
      else this.show(false);
    }
  }

  // Show the problems, those of the file *path* first.
  async show(isAutomatic, path) {
    const message = this.message;
    const report = await (await fetch(`${this.address}?path=${encodeURIComponent(path || "")}`, { cache: "no-store" })).json();
    if (message !== this.message) return; // there is a newer build, which another call shows
    this.isAutomatic = isAutomatic || report.broken;
    const head = make("div", "", { class: "head" });
    head.append(make("h2", report.broken ? words.broken : `${words.problems} ${report.count || ""}`, { id: "title" }), this.closeButton());
    const list = make("ol");
    list.append(...report.problems.map(listItem));
    this.dialog.replaceChildren(head, make("p", report.broken ? words.last_good : report.count ? "" : words.none), list);
    if (!this.dialog.open) this.dialog.showModal();
  }

  closeButton() {
    const button = make("button", words.close, { type: "button" });
    button.onclick = () => this.dialog.close();
    return button;
  }
}

function listItem(problem) {
  const item = make("li");
  const message = make("p");
  message.append(make("strong", `${problem.label}[${problem.code}]`, { class: problem.severity === "error" ? "bad" : "" }), ` ${problem.message}`);
  item.append(message);
  if (problem.location) item.append(problem.link ? make("a", problem.location, { href: problem.link, title: words.edit }) : make("span", problem.location));
  if (problem.line) {
    const line = make("pre", `${problem.line} │ ${problem.before}`, { tabindex: "0" });
    if (problem.marked) line.append(make("mark", problem.marked));
    line.append(problem.after);
    item.append(line);
  }
  if (problem.hint) item.append(make("p", `= ${problem.hint}`));
  if (problem.more) item.append(make("p", problem.more));
  return item;
}
