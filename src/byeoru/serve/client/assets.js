// Stylesheets and pictures: load anew what has changed, and nothing else.

import { inSrcset, inStyle } from "./addresses.js";

const PARTS = "link[rel~=stylesheet], link[rel~=icon], script[src]:not([data-token]), img[src]";
const tags = new Map(); // address of a part of the page, its ETag when the page began to show it

// Remember which versions of its parts the page shows.
export function note(pathOf) {
  for (const one of document.querySelectorAll(PARTS)) {
    if (one.complete === false) continue; // not loaded yet, or only when the reader comes near
    const address = one.href || one.src;
    const path = address && pathOf(address);
    if (path) tag(path, address, "force-cache").then((found) => tags.set(path, { address, found }));
  }
}

// Return the paths of the parts that are others by now.
export async function stale() {
  const found = await Promise.all([...tags].map(async ([path, part]) => (await tag(path, part.address, "no-cache")) !== part.found && path));
  return found.filter(Boolean);
}

async function tag(path, address, cache) {
  return (await fetch(address, { cache, method: "HEAD" })).headers.get("ETag");
}

// Exchange a stylesheet without a moment in which the page has neither; return the new one.
export function swap(link, address) {
  const made = link.cloneNode();
  made.href = address;
  made.earlier = [link, ...(link.earlier || [])]; // one that is still on its way may have made room for none yet
  made.onload = made.onerror = () => made.earlier.forEach((one) => one.remove());
  link.after(made);
  return made;
}

// Load anew the stylesheets and pictures at the paths *changed*; return whether the page itself has to be.
export function refresh(changed, pathOf, mark, exchanged) {
  const isMeant = (address) => changed.has(pathOf(address));
  const again = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set("byeoru", mark);
    return url.href;
  };
  for (const [path, part] of tags) {
    if (changed.has(path)) tag(path, part.address, "no-cache").then((found) => tags.set(path, { ...part, found }));
  }
  const links = [...document.querySelectorAll("link[rel~=stylesheet][href]")];
  for (const link of links.filter((one) => isMeant(one.href))) exchanged(link, swap(link, again(link.href)));
  pictures(isMeant, again);
  const isShown = new Set(links.map((one) => pathOf(one.href)));
  const loaded = performance.getEntriesByType("resource").map((one) => pathOf(one.name));
  return loaded.some((path) => changed.has(path) && /\.(m?js|css|woff2?|[ot]tf)$/i.test(path) && !isShown.has(path));
}

function pictures(isMeant, again) {
  for (const one of document.querySelectorAll("[src], [poster], [srcset], link[rel~=icon], image, [style*='url(']")) {
    if (/^(SCRIPT|IFRAME|EMBED)$/.test(one.nodeName)) continue;
    for (const name of ["src", "poster", "href"]) {
      const value = one.getAttribute(name);
      if (value && isMeant(value)) one.setAttribute(name, again(value));
    }
    const set = one.getAttribute("srcset");
    const anew = set && inSrcset(set, isMeant, again);
    if (anew && anew !== set) one.setAttribute("srcset", anew);
    if (one.style?.length) restyle(one.style, location.href, isMeant, again);
  }
  for (const sheet of document.styleSheets) rules(sheet, (style) => restyle(style, sheet.href || location.href, isMeant, again));
}

function rules(holder, take) {
  let list;
  try {
    list = holder.cssRules;
  } catch {
    return; // of another site
  }
  for (const rule of list || []) {
    if (rule.style) take(rule.style);
    if (rule.cssRules) rules(rule, take);
  }
}

function restyle(style, from, isMeant, again) {
  for (const name of style) {
    const value = style.getPropertyValue(name);
    if (!value.includes("url(")) continue;
    const anew = inStyle(value, from, isMeant, again);
    if (anew !== value) style.setProperty(name, anew, style.getPropertyPriority(name));
  }
}
