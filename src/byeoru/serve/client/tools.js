// The preview's own elements: the bar, the dialog with problems, and the upload of pictures.

import { Bar } from "./bar.js";
import styles from "./styles.js";
import { Overlay } from "./overlay.js";
import { acceptPictures } from "./pictures.js";

export function open(prefix, page, listeners, latest) {
  const host = document.createElement("byeoru-preview");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.body.append(host);
  const overlay = new Overlay(root, prefix);
  const bar = new Bar(root, prefix, page, (path) => overlay.show(false, path));
  acceptPictures(root, prefix, page);
  const receive = (message) => {
    bar.receive(message);
    if (message.run) overlay.receive(message);
  };
  listeners.add(receive);
  for (const message of latest) receive(message);
}
