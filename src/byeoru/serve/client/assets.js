// Reload stylesheets and pictures that have changed, and nothing else.

import { replaceInSrcset, replaceInStyle } from "./addresses.js";

const RESOURCES = "link[rel~=stylesheet], link[rel~=icon], script[src]:not([data-token]), img[src]";
const tags = new Map(); // path of a resource: its address, and its ETag when the page loaded it

// Record the versions of the resources that the page has loaded.
export function recordTags(pathOf) {
  for (const element of document.querySelectorAll(RESOURCES)) {
    if (element.complete === false) continue; // not loaded yet, or lazy
    const address = element.href || element.src;
    const path = address && pathOf(address);
    if (path) fetchTag(address, "force-cache").then((tag) => tags.set(path, { address, tag }));
  }
}

// Return the paths of the resources that have changed since.
export async function staleResources() {
  const paths = await Promise.all([...tags].map(async ([path, { address, tag }]) => (await fetchTag(address, "no-cache")) !== tag && path));
  return paths.filter(Boolean);
}

async function fetchTag(address, cache) {
  return (await fetch(address, { cache, method: "HEAD" })).headers.get("ETag");
}

// Replace a stylesheet, keeping the old one until the new one is loaded; return the new one.
export function replaceStylesheet(link, address) {
  const replacement = link.cloneNode();
  replacement.href = address;
  replacement.replaced = [link, ...(link.replaced || [])]; // *link* may still be loading, and not have removed its predecessors
  replacement.onload = replacement.onerror = () => replacement.replaced.forEach((old) => old.remove());
  link.after(replacement);
  return replacement;
}

// Reload the stylesheets and pictures at the paths *changed*; return whether the page itself has to be reloaded.
export function refresh(changed, pathOf, version, onReplaced) {
  const hasChanged = (address) => changed.has(pathOf(address));
  const withVersion = (address) => {
    const url = new URL(address, location.href);
    url.searchParams.set("byeoru", version);
    return url.href;
  };
  for (const [path, { address }] of tags) {
    if (changed.has(path)) fetchTag(address, "no-cache").then((tag) => tags.set(path, { address, tag }));
  }
  const links = [...document.querySelectorAll("link[rel~=stylesheet][href]")];
  for (const link of links.filter(({ href }) => hasChanged(href))) onReplaced(link, replaceStylesheet(link, withVersion(link.href)));
  refreshPictures(hasChanged, withVersion);
  const stylesheets = new Set(links.map(({ href }) => pathOf(href)));
  const loaded = performance.getEntriesByType("resource").map(({ name }) => pathOf(name));
  return loaded.some((path) => changed.has(path) && /\.(m?js|css|woff2?|[ot]tf)$/i.test(path) && !stylesheets.has(path));
}

function refreshPictures(matches, replace) {
  for (const element of document.querySelectorAll("[src], [poster], [srcset], link[rel~=icon], image, [style*='url(']")) {
    if (/^(SCRIPT|IFRAME|EMBED)$/.test(element.nodeName)) continue;
    for (const name of ["src", "poster", "href"]) {
      const value = element.getAttribute(name);
      if (value && matches(value)) element.setAttribute(name, replace(value));
    }
    const set = element.getAttribute("srcset");
    const newSet = set && replaceInSrcset(set, matches, replace);
    if (newSet && newSet !== set) element.setAttribute("srcset", newSet);
    if (element.style?.length) refreshStyle(element.style, location.href, matches, replace);
  }
  for (const sheet of document.styleSheets) forEachStyle(sheet, (style) => refreshStyle(style, sheet.href || location.href, matches, replace));
}

function forEachStyle(parent, visit) {
  let rules;
  try {
    rules = parent.cssRules;
  } catch {
    return; // a stylesheet of another site cannot be read
  }
  for (const rule of rules || []) {
    if (rule.style) visit(rule.style);
    if (rule.cssRules) forEachStyle(rule, visit);
  }
}

function refreshStyle(style, base, matches, replace) {
  for (const name of style) {
    const value = style.getPropertyValue(name);
    if (!value.includes("url(")) continue;
    const newValue = replaceInStyle(value, base, matches, replace);
    if (newValue !== value) style.setProperty(name, newValue, style.getPropertyPriority(name));
  }
}
