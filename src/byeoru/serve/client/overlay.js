// The problems of the last build, over the page: by themselves while it is broken, else when they are asked for.

import { make } from "./styles.js";
import words from "./words.js";

export class Overlay {
  constructor(root, room) {
    this.address = `${room}problems`;
    this.dialog = make("dialog", "", { "aria-labelledby": "title" });
    root.append(this.dialog);
    this.isOwn = false; // it came by itself, and goes by itself
    this.closed = 0; // the build whose problems were closed
    this.dialog.addEventListener("close", () => {
      if (this.message?.broken) this.closed = this.message.build;
    });
  }

  // Take the news of a build.
  hear(message) {
    const isNew = this.message?.run !== message.run || this.message.build !== message.build;
    if (this.message?.run !== message.run) this.closed = 0;
    this.message = message;
    if (message.broken) {
      if (isNew && message.build > this.closed) this.show(true);
    } else if (this.dialog.open) {
      if (this.isOwn) this.dialog.close();
      else this.show(false);
    }
  }

  async show(isOwn, path) {
    const message = this.message;
    const found = await (await fetch(this.address, { cache: "no-store" })).json();
    if (message !== this.message) return; // another build is shown by another call
    this.isOwn = isOwn || found.broken;
    const head = make("div", "", { class: "head" });
    head.append(make("h2", found.broken ? words.broken : `${words.problems} ${found.count || ""}`, { id: "title" }), this.button());
    const list = make("ol");
    const own = found.problems.filter((one) => path && one.path === path);
    list.append(...[...own, ...found.problems.filter((one) => !own.includes(one))].map(told));
    this.dialog.replaceChildren(head, make("p", found.broken ? words.last_good : found.count ? "" : words.none), list, make("p", found.more));
    if (!this.dialog.open) this.dialog.showModal();
  }

  button() {
    const made = make("button", words.close, { type: "button" });
    made.onclick = () => this.dialog.close();
    return made;
  }
}

function told(problem) {
  const item = make("li");
  const what = make("p");
  what.append(make("strong", `${problem.label}[${problem.code}]`, { class: problem.severity === "error" ? "bad" : "" }), ` ${problem.message}`);
  item.append(what);
  if (problem.location) item.append(problem.link ? make("a", problem.location, { href: problem.link, title: words.edit }) : make("span", problem.location));
  if (problem.line) {
    const line = make("pre", `${problem.line} │ ${problem.before}`, { tabindex: "0" });
    if (problem.marked) line.append(make("mark", problem.marked));
    line.append(problem.after);
    item.append(line);
  }
  if (problem.hint) item.append(make("p", `= ${problem.hint}`));
  return item;
}
