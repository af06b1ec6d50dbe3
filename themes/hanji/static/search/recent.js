/* The last queries of a reader, which never leave the browser. Private windows may refuse to keep any. */

const MOST = 5;

export function recent(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(`searches ${name}`));
    return Array.isArray(kept) ? kept.filter((query) => typeof query === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(name, query) {
  const queries = [query, ...recent(name).filter((one) => one !== query)].slice(0, MOST);
  try {
    localStorage.setItem(`searches ${name}`, JSON.stringify(queries));
  } catch { /* nothing is kept */ }
}

export function forget(name) {
  try {
    localStorage.removeItem(`searches ${name}`);
  } catch { /* nothing was kept */ }
}
