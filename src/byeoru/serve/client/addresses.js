// Map addresses of pages and their resources to files of the preview.
//
// Must not: need a document; the address of the page is an argument.

const PAGE = /\.(html?|xml|txt|json)$/i;

// Tell whether *path* is a page, feed or data file, which no page loads as a resource.
export function isPage(path) {
  return PAGE.test(path);
}

// Return the file of the preview for *address*, relative to the page at *here*; null for another site.
export function pathIn(base, address, here) {
  const url = new URL(address, here);
  let path;
  try {
    path = decodeURIComponent(url.pathname).normalize();
  } catch {
    return null;
  }
  return url.origin === new URL(here).origin && path.startsWith(`${base}/`) ? path.slice(base.length + 1) : null;
}

// Return the files that may be the page at *path*, now or after a build.
export function candidates(path) {
  if (!path || path.endsWith("/")) return [`${path ?? ""}index.html`];
  return [path, `${path}.html`, `${path}/index.html`];
}

// Tell whether of *changed* files it is *current* that may be the page at *path*, and none that would be served in its place.
export function isStillAt(path, current, changed) {
  return candidates(path).find((file) => changed.has(file)) === current;
}

// Replace the addresses in a `srcset` for which *matches* is true.
export function replaceInSrcset(set, matches, replace) {
  return set.replace(/(^|,)(\s*)([^\s,]\S*)/g, (all, comma, space, value) => (matches(value) ? comma + space + replace(value) : all));
}

// Replace the addresses in the value of a CSS property for which *matches* is true; *base* is the address of the stylesheet.
export function replaceInStyle(value, base, matches, replace) {
  return value.replace(/url\((["']?)(.*?)\1\)/g, (all, quote, address) => {
    const absolute = new URL(address, base).href;
    return matches(absolute) ? `url("${replace(absolute)}")` : all;
  });
}
