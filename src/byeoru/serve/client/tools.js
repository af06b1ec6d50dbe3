// The preview's own elements: the bar, the dialogs with problems and with names of notes, and the upload of pictures.

import { Bar } from "./bar.js";
import { Desk } from "./desk.js";
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
  const desk = new Desk(root, prefix);
  const bar = new Bar(root, prefix, page, (path) => overlay.show(false, path), () => desk.open());
  acceptPictures(root, prefix, page);
  const receive = (message) => {
    bar.receive(message);
    if (message.run) overlay.receive(message);
  };
  listeners.add(receive);
  for (const message of latest) receive(message);
}
