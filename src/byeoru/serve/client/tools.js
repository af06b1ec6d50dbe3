// What the writer has besides the page: a bar, the problems, and a place to drop pictures.

import { Bar } from "./bar.js";
import styles from "./styles.js";
import { Overlay } from "./overlay.js";
import { take } from "./pictures.js";

export function open(room, page, listeners, latest) {
  const host = document.createElement("byeoru-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const overlay = new Overlay(root, room);
  const bar = new Bar(root, room, page, (path) => overlay.show(false, path));
  take(root, room, page);
  const hear = (news) => {
    bar.hear(news);
    if (news.run) overlay.hear(news);
  };
  listeners.add(hear);
  for (const news of latest) hear(news);
}
