"use strict";
// Filter and sort of the table of papers. The rows stand in the page; nothing is fetched.
const body = document.querySelector("#table tbody");
const rows = Array.from(body.rows);
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(rows.map((row) => [row, bare(row.textContent)]));
const order = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

const filter = document.querySelector("#filter");
filter.addEventListener("input", () => {
  const words = bare(filter.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    row.hidden = !words.every((word) => texts.get(row).includes(word));
    shown += row.hidden ? 0 : 1;
  }
  document.querySelector("#shown").value = shown.toLocaleString("en");
});

const heads = Array.from(document.querySelectorAll("#table thead th"));
heads.forEach((head, column) => head.addEventListener("click", () => {
  const down = head.getAttribute("aria-sort") === "ascending";
  heads.forEach((other) => other.setAttribute("aria-sort", "none"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const cell = (row) => row.cells[column].textContent;
  // what has no value stands last either way
  rows.sort((a, b) => (cell(a) === "") - (cell(b) === "") || (down ? -1 : 1) * order.compare(cell(a), cell(b)));
  body.append(...rows);
}));
