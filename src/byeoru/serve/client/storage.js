// What is remembered beyond a page: for the tab, or for all tabs. A browser may refuse both.

export function recall(name, isShared = false) {
  try {
    return (isShared ? localStorage : sessionStorage).getItem(`byeoru-${name}`);
  } catch {
    return null;
  }
}

export function keep(name, value, isShared = false) {
  try {
    (isShared ? localStorage : sessionStorage).setItem(`byeoru-${name}`, value);
  } catch { /* then it is not remembered */ }
}
