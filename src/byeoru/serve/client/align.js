// Pair the children of a node as it was with those it has now, so that what stays is not made again.
//
// In:  two lists of nodes, of which only names, attributes and text are read.
// Out: rows of [old, new] for what stays, [old, undefined] for what goes, [undefined, new] for what comes; each list in its order.
// Must not: change a node, or need a document.

const MOST = 250000; // comparisons in one list of children

// Equal nodes are paired first: those at both ends, then the longest list that both have in one order.
export function aligned(olds, news) {
  let start = 0, a = olds.length, b = news.length;
  while (start < a && start < b && olds[start].isEqualNode(news[start])) start++;
  while (a > start && b > start && olds[a - 1].isEqualNode(news[b - 1])) a--, b--;
  const rows = news.slice(0, start).map((one, at) => [olds[at], one]);
  let i = start, j = start;
  for (const [k, l] of [...common(olds.slice(start, a), news.slice(start, b)), [a - start, b - start]]) {
    rows.push(...paired(olds.slice(i, start + k), news.slice(j, start + l)));
    if (start + k < a) rows.push([olds[start + k], news[start + l]]);
    i = start + k + 1;
    j = start + l + 1;
  }
  return rows.concat(news.slice(b).map((one, at) => [olds[a + at], one]));
}

// The longest list of equal nodes that both have in one order, as pairs of positions.
function common(olds, news) {
  const m = olds.length, n = news.length;
  if (!m || !n || m * n > MOST || m * n === 1) return [];
  const one = olds.map(text), other = news.map(text), width = n + 1;
  const best = new Uint16Array((m + 1) * width);
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i * width + j] = one[i] === other[j] ? best[(i + 1) * width + j + 1] + 1
        : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < m && j < n;) {
    if (one[i] === other[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

function text(node) {
  return node.outerHTML ?? `${node.nodeType}${node.data}`;
}

// Nodes of one kind are one node that has changed.
function paired(olds, news) {
  const rows = [];
  let at = 0;
  for (const one of news) {
    const found = olds.findIndex((old, i) => i >= at && kind(old) === kind(one));
    if (found < 0) {
      rows.push([undefined, one]);
      continue;
    }
    for (; at < found; at++) rows.push([olds[at], undefined]);
    rows.push([olds[at++], one]);
  }
  return rows.concat(olds.slice(at).map((old) => [old, undefined]));
}

function kind(node) {
  const told = ["rel", "name", "property", "type"].map((name) => node.getAttribute?.(name)).join(" ");
  return node.nodeName + (/^(LINK|META|SCRIPT|INPUT)$/.test(node.nodeName) ? told : "");
}
