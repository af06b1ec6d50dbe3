// The preview bar: status of the server, state and length of the page, its problems, and a link to its source.

import { make } from "./styles.js";
import { recall, store } from "./storage.js";
import words from "./words.js";

const DELAY = 200; // milliseconds, so that the page itself is updated first

export class Bar {
  constructor(root, prefix, page, openProblems, openDesk) {
    Object.assign(this, { prefix, page, info: {} });
    this.bar = make("section", "", { "aria-label": words.bar });
    this.fold = make("button", "", { type: "button", class: "fold" });
    this.status = make("span", "", { role: "status" });
    this.badges = make("span");
    this.length = make("span");
    this.problems = make("button", "", { type: "button", class: "bad" });
    this.source = make("a", words.edit, { hidden: "" });
    this.desk = make("button", "[[ ]]", { type: "button", class: "desk", "aria-label": words.desk, title: words.desk });
    this.bar.append(this.fold, this.status, this.badges, this.length, this.problems, this.desk, this.source);
    root.append(this.bar);
    this.fold.onclick = () => this.setFolded(!this.isFolded);
    this.problems.onclick = () => openProblems(this.info.source);
    this.desk.onclick = openDesk;
    this.setFolded(recall("bar", true) === "folded");
    this.update();
  }

  setFolded(isFolded) {
    this.isFolded = isFolded;
    store("bar", isFolded ? "folded" : "", true);
    this.fold.textContent = isFolded ? "硯" : "×";
    this.fold.lang = "ko";
    this.fold.setAttribute("aria-expanded", String(!isFolded));
    this.fold.setAttribute("aria-label", isFolded ? words.unfold : words.fold);
    for (const part of [this.badges, this.length, this.problems, this.desk, this.source]) part.hidden = isFolded || (part === this.source && !this.info.link);
  }

  receive({ isConnected, broken, build, building, problems }) {
    if (isConnected === false) this.status.textContent = words.away;
    else if (isConnected && this.status.textContent === words.away) this.status.textContent = "";
    if (build === undefined) return;
    if (building) this.status.textContent = words.building;
    else if (broken) this.status.textContent = words.broken;
    else this.status.textContent = this.build && build !== this.build ? `${words.shown} · ${new Date().toLocaleTimeString("sv")}` : "";
    this.build = build;
    this.count = problems;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.update(), DELAY);
  }

  async update() {
    if (document.hidden) return document.addEventListener("visibilitychange", () => this.update(), { once: true });
    const response = await fetch(`${this.prefix}page?path=${encodeURIComponent(this.page.path)}`, { cache: "no-store" }).catch(() => {});
    if (!response?.ok) return;
    this.info = await response.json();
    this.badges.replaceChildren(...(this.info.badges || []).map((badge) => make("b", badge)));
    this.length.textContent = this.info.length || "";
    this.problems.textContent = this.info.problems || (this.count ? `${words.problems} ${this.count}` : "");
    if (this.info.link) this.source.href = this.info.link;
    this.source.title = this.info.source || "";
    this.setFolded(this.isFolded);
  }
}
