// Pair the old and the new children of a node, so that unchanged nodes are not created again.
//
// In:  two lists of nodes, of which only names, attributes and text are read.
// Out: rows of [old, new] for nodes that stay, [old, undefined] for removed ones, [undefined, new] for added ones, in order.
// Must not: change a node, or need a document.

const MAX_COMPARISONS = 250000; // for one list of children

// Pair equal nodes first: those at both ends, then the longest common subsequence.
export function align(olds, news) {
  let start = 0, a = olds.length, b = news.length;
  while (start < a && start < b && olds[start].isEqualNode(news[start])) start++;
  while (a > start && b > start && olds[a - 1].isEqualNode(news[b - 1])) a--, b--;
  const rows = news.slice(0, start).map((node, at) => [olds[at], node]);
  let i = start, j = start;
  for (const [k, l] of [...commonSubsequence(olds.slice(start, a), news.slice(start, b)), [a - start, b - start]]) {
    rows.push(...pairByKind(olds.slice(i, start + k), news.slice(j, start + l)));
    if (start + k < a) rows.push([olds[start + k], news[start + l]]);
    i = start + k + 1;
    j = start + l + 1;
  }
  return rows.concat(news.slice(b).map((node, at) => [olds[a + at], node]));
}

// Return the longest common subsequence as pairs of indexes.
function commonSubsequence(olds, news) {
  const m = olds.length, n = news.length;
  if (!m || !n || m * n > MAX_COMPARISONS || m * n === 1) return [];
  const oldTexts = olds.map(text), newTexts = news.map(text), width = n + 1;
  const best = new Uint16Array((m + 1) * width);
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i * width + j] = oldTexts[i] === newTexts[j] ? best[(i + 1) * width + j + 1] + 1
        : Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < m && j < n;) {
    if (oldTexts[i] === newTexts[j]) pairs.push([i++, j++]);
    else if (best[(i + 1) * width + j] >= best[i * width + j + 1]) i++;
    else j++;
  }
  return pairs;
}

function text(node) {
  return node.outerHTML ?? `${node.nodeType}${node.data}`;
}

// Pair nodes of the same kind: they count as one node that has changed.
function pairByKind(olds, news) {
  const rows = [];
  let at = 0;
  for (const node of news) {
    const match = olds.findIndex((old, i) => i >= at && kind(old) === kind(node));
    if (match < 0) {
      rows.push([undefined, node]);
      continue;
    }
    for (; at < match; at++) rows.push([olds[at], undefined]);
    rows.push([olds[at++], node]);
  }
  return rows.concat(olds.slice(at).map((old) => [old, undefined]));
}

function kind(node) {
  const attributes = ["rel", "name", "property", "type"].map((name) => node.getAttribute?.(name)).join(" ");
  return node.nodeName + (/^(LINK|META|SCRIPT|INPUT)$/.test(node.nodeName) ? attributes : "");
}
