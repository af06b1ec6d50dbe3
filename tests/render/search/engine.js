/* An engine for tests of the box: its answers are known, and it can be slow or without a network. */

const ROWS = [
  { url: "/posts/closure/", title: "클로저가 기억하는 것", date: "2026-03-14", section: "posts", summary: "함수가 끝난 뒤에도 남는 것" },
  { url: "/posts/hostile/", title: "<img src=x onerror=\"document.title='taken'\"> & 'quotes'", date: "2026-01-01", section: "posts", summary: "<b>클로저</b>" },
  { url: "/notes/long/", title: "아주긴제목".repeat(30), date: "", section: "notes", summary: "" },
  { url: "/notes/rtl/", title: "مرحبا 클로저 بالعالم", date: "", section: "notes", summary: "العربية" },
];
while (ROWS.length < 30) ROWS.push({ ...ROWS[0], title: `${ROWS.length}번째 글`, url: `/posts/none-${ROWS.length}/` });

export function open(folder) {
  fetch(`${folder}index.json`).catch(() => {});
  return folder;
}

export async function search(folder, text, limit) {
  (window.asked ||= []).push(text);
  await fetch(`${folder}shard?${encodeURIComponent(text)}`); /* fails without a network */
  if (text.startsWith("느린")) await new Promise((resolve) => { setTimeout(resolve, 500); });
  const rows = text.startsWith("없는") ? [] : ROWS;
  const widened = text === "컴퍼넌트" ? [["컴퍼넌트", "컴포넌트"]] : [];
  const cells = ({ url, title, date, section, summary }, slot) => [slot, url, title, date, section, summary];
  return { rows: rows.slice(0, limit).map(cells), total: rows.length, words: ["클로저"], widened, filters: [] };
}
