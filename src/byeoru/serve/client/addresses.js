// Addresses of a page and its parts, and the files of the preview that they mean.
//
// Must not: need a document; where the page lies is an argument.

const PAGE = /\.(html?|xml|txt|json)$/i;

// Tell whether no page loads the file *path* as a part of itself.
export function isPage(path) {
  return PAGE.test(path);
}

// The path in the preview's folder of what lies at *address*, as a page at *here* has it; null for another site's.
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

// The files that may be the page at *path*, now or after a build; *shown* is the one that it was made from.
export function candidates(shown, path) {
  if (!path || path.endsWith("/")) return [shown, `${path ?? ""}index.html`];
  return [shown, path, `${path}.html`, `${path}/index.html`];
}

// The same `srcset` with other addresses for those that *isMeant*.
export function inSrcset(set, isMeant, again) {
  return set.replace(/(^|,)(\s*)([^\s,]\S*)/g, (all, comma, space, value) => (isMeant(value) ? comma + space + again(value) : all));
}

// The same value of a CSS property with other addresses; relative ones are those of a stylesheet at *from*.
export function inStyle(value, from, isMeant, again) {
  return value.replace(/url\((["']?)(.*?)\1\)/g, (all, quote, address) => {
    const whole = new URL(address, from).href;
    return isMeant(whole) ? `url("${again(whole)}")` : all;
  });
}
