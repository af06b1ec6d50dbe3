// Values that outlive a page: per tab, or shared by all tabs. A browser may block both storages.

export function recall(name, isShared = false) {
  try {
    return (isShared ? localStorage : sessionStorage).getItem(`byeoru-${name}`);
  } catch {
    return null;
  }
}

export function store(name, value, isShared = false) {
  try {
    (isShared ? localStorage : sessionStorage).setItem(`byeoru-${name}`, value);
  } catch { /* blocked: the value is not stored */ }
}
