// A small bar for the writer: what this page is, how long, what is wrong with it, and where its source is.

import { make } from "./styles.js";
import { keep, recall } from "./storage.js";
import words from "./words.js";

const PAUSE = 200; // milliseconds; what is seen of the page itself comes first

export class Bar {
  constructor(root, room, page, openProblems) {
    Object.assign(this, { room, page, facts: {} });
    this.bar = make("section", "", { "aria-label": words.bar });
    this.fold = make("button", "", { type: "button", class: "fold" });
    this.sign = make("span", "", { role: "status" });
    this.badges = make("span");
    this.length = make("span");
    this.problems = make("button", "", { type: "button", class: "bad" });
    this.source = make("a", words.edit, { hidden: "" });
    this.bar.append(this.fold, this.sign, this.badges, this.length, this.problems, this.source);
    root.append(this.bar);
    this.fold.onclick = () => this.set(!this.isFolded);
    this.problems.onclick = () => openProblems(this.facts.source);
    this.set(recall("bar", true) === "folded");
    this.look();
  }

  set(isFolded) {
    this.isFolded = isFolded;
    keep("bar", isFolded ? "folded" : "", true);
    this.fold.textContent = isFolded ? "硯" : "×";
    this.fold.lang = "ko";
    this.fold.setAttribute("aria-expanded", String(!isFolded));
    this.fold.setAttribute("aria-label", isFolded ? words.unfold : words.fold);
    for (const part of [this.badges, this.length, this.problems, this.source]) part.hidden = isFolded || (part === this.source && !this.facts.link);
  }

  hear({ isHere, broken, build, building, problems }) {
    if (isHere === false) this.sign.textContent = words.away;
    else if (isHere && this.sign.textContent === words.away) this.sign.textContent = "";
    if (build === undefined) return;
    if (building) this.sign.textContent = words.building;
    else if (broken) this.sign.textContent = words.broken;
    else this.sign.textContent = this.build && build !== this.build ? `${words.shown} · ${new Date().toLocaleTimeString("sv")}` : "";
    this.build = build;
    this.count = problems;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), PAUSE);
  }

  async look() {
    if (document.hidden) return document.addEventListener("visibilitychange", () => this.look(), { once: true });
    const answer = await fetch(`${this.room}page?path=${encodeURIComponent(this.page.path)}`, { cache: "no-store" }).catch(() => {});
    if (!answer?.ok) return;
    this.facts = await answer.json();
    this.badges.replaceChildren(...(this.facts.badges || []).map((one) => make("b", one)));
    this.length.textContent = this.facts.length || "";
    this.problems.textContent = this.facts.problems || (this.count ? `${words.problems} ${this.count}` : "");
    if (this.facts.link) this.source.href = this.facts.link;
    this.source.title = this.facts.source || "";
    this.set(this.isFolded);
  }
}
